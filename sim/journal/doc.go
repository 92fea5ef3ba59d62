// Package journal keeps one session's events on disk: a file of its own, one JSON object a line, in log format 1
// (docs/log-format.md).
//
// Everything one input caused is one write, before the screen shows it, so a killed program loses nothing that was
// acknowledged. A disk that refuses is never an error to the caller: events wait in memory, and every
// append and close tries again; Trouble says so. A file that was deleted or moved under its session is written anew. The
// package does not know what events mean.
package journal
