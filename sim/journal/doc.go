// Package journal keeps one session's events on disk: a file of its own, one JSON object a line, in log format 1
// (docs/log-format.md).
//
// Everything one input caused is one write, before the screen shows it, so a killed program loses nothing that was
// acknowledged. A disk that refuses is never an error to the caller: events wait in memory and every append tries
// again; Trouble says so. The package does not know what events mean.
package journal
