// Package lexicon turns the TOML files beside it into word classes and forms, and finds what is wrong with them.
//
// It knows how entries are written (docs/scoring.md §8), not how a reply is read with them. Default is compiled beforehand by
// go generate, so that a program that scores does not read TOML at its start.
package lexicon
