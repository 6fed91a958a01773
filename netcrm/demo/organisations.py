"""The made-up organisations of the demo network: name, industry, place."""

from typing import NamedTuple


class Employer(NamedTuple):
    name: str
    industry: str
    place: str
    domain: str


EMPLOYERS = (
    Employer("Lumen Grid", "Energy", "Lisbon", "lumengrid.example"),
    Employer("Tidewater Ventures", "Venture capital", "London", "tidewater.example"),
    Employer("Northwind Mobility", "Transport", "Rotterdam", "northwind.example"),
    Employer("Kelp & Co", "Food", "Porto", "kelpco.example"),
    Employer("Helio Finance", "Banking", "Frankfurt", "helio.example"),
    Employer("Brightwater Institute", "Research", "Copenhagen", "brightwater.example"),
    Employer("Civic Atlas", "Public policy", "Brussels", "civicatlas.example"),
    Employer("Studio Marram", "Design", "Amsterdam", "marram.example"),
    Employer("Ferrous Works", "Manufacturing", "Bilbao", "ferrous.example"),
    Employer("Open Meter", "Software", "Berlin", "openmeter.example"),
    Employer("Papaya Health", "Health", "Barcelona", "papaya.example"),
    Employer("Quayside Legal", "Law", "Dublin", "quayside.example"),
    Employer("Ember Analytics", "Software", "Vienna", "ember.example"),
    Employer("Polder Cities", "Construction", "Utrecht", "polder.example"),
    Employer("Saltmarsh Press", "Media", "London", "saltmarsh.example"),
    Employer("Aurora Talent", "Recruiting", "Munich", "auroratalent.example"),
    Employer("University of Minho", "Education", "Braga", "minho.example"),
    Employer("Verdant Capital", "Venture capital", "Zurich", "verdant.example"),
    Employer("Rivulet", "Software", "Tallinn", "rivulet.example"),
    Employer("Municipality of Aveiro", "Public policy", "Aveiro", "aveiro.example"),
)
