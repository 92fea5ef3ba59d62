// Package e2e holds tests that run the built program on a real pseudo terminal and look at its screen as a person
// would. It has no code of its own.
package e2e
