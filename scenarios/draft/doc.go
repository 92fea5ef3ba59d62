// Package draft makes scenario files with a trainer: an Interview asks about a customer in a trainer's words and hears
// each reply as check will, a Draft is what was answered, and its TOML is a card or a four-stage script with comments
// that say what each line is for.
//
// It is pure: it prints nothing, draws nothing and reads no disk. What it writes loads, whatever the answers are.
package draft
