// Package reading takes one reply apart, once: clauses, words, the forms that fit, and what holds for each clause and verb: who
// does it, whether it is denied, how it is meant (told, asked, offered, what would have been, a rule, a forecast, somebody
// else's matter, the customer's own words), how it stands to now, for whom, whose matter, by when.
//
// No rule looks at raw characters elsewhere; it asks these attributes. What the attributes are worth is none of its business.
package reading
