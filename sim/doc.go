// Package sim is the simulator: what happens, and when.
//
// A session is a fold. Decide turns an input at a time into events, Evolve turns an event into the next state, Next
// says when something is due by itself; all three are pure: no clock, no randomness (the seed is in the Session), no
// files. Rules live only in Decide, change only in Evolve, so replaying the events of a log gives the state the
// trainee saw. sim does not know terminals, disks or the wall clock: sim/sitting joins it to them.
//
// Times are whole milliseconds since the session's start. A chat counts its own time (its clock stands during a
// pause): chat time = session time − Chat.Shift.
package sim
