// Package draft writes scenario files from what a trainer answered: a card or a four-stage script, with comments that
// say what each line is for.
//
// It is pure: it asks nothing, reads no disk and judges no reply. What it writes loads, whatever the answers are.
package draft
