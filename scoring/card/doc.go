// Package card turns Facts into points by the fixed rules of docs/scoring.md §3–4: parts, caps, and the evidence that adds up to
// the score. It never sees the reply.
package card
