// Package fact holds what can be heard in a reply, by name: elements and red lines, the facts of one reply with their places,
// what a scenario tells of one turn. It decides nothing and looks at no reply. All that the house says of a red line, up to
// what it leaves of the score, is one row here.
package fact
