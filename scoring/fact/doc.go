// Package fact holds what can be heard in a reply, by name: elements and red lines, the facts of one reply with their places,
// what a scenario tells of one turn. It decides nothing and knows neither words nor points.
package fact
