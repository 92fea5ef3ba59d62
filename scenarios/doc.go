// Package scenarios reads scenario files: one TOML file is one customer and what they say.
//
// It turns files into Scenario values and problems that a trainer can mend, keeps the embedded packs, and (for
// scripts) picks the branch a reply leads to. It knows nothing of time, sessions or screens.
package scenarios
