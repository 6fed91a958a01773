// Starts every custom element; each file registers its own.
import "netcrm/auto-submit";
import "netcrm/copy-button";
import "netcrm/drop-menu";
import "netcrm/focus-keeper";
import "netcrm/key-nav";
import "netcrm/leave-guard";
import "netcrm/live-progress";
import "netcrm/modal-dialog";
import "netcrm/network-map";
import "netcrm/person-picker";
import "netcrm/rating-steps";
import "netcrm/tick-count";
import "netcrm/time-zone-guess";
import "netcrm/toast-stack";
