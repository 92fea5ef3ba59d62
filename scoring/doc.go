// Package scoring hears what one reply says and grades it.
//
// It turns the text of a reply into Facts (elements, red lines, parts, promises, each tied to characters of the
// reply) and Facts into a Card by the fixed rules of docs/scoring.md. It is deterministic: same reply, same brief,
// same history, same bytes. It knows nothing of clocks, files of scenarios, sessions or screens.
package scoring
