// Package text brings what people type to one spelling and reads the figures in it.
//
// Folding undoes width, traditional characters, emoji and common slips and keeps a map back to the original; ReadValue reads
// lengths of time, times of day, sums and counts; the automaton finds many words in one pass. It knows no word of the trade,
// no grammar and no scenario.
package text
