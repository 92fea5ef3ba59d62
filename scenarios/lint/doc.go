// Package lint says what is wrong with scenarios that can be read: branches nobody can take, endings nobody can reach,
// model replies that fail, examples that are too long for the clock.
//
// Its rules are pure functions over loaded scenarios and the scorer. What a rule is called, says, means and shows as
// its example stands in one file of rules/; the package's tests and docs/rules.zh-CN.md are made from those files.
// lint plays no games (sim/rehearsal does) and prints nothing.
package lint
