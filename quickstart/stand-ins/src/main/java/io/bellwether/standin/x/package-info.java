/**
 * A local stand-in for X: a timeline of posts behind the v2 API (recent search, filtered stream and
 * its rules, app-only tokens) over real HTTP on 127.0.0.1. Test and demo equipment.
 *
 * <p>Behaviour follows X's own documents (docs.x.com and its OpenAPI contract). Where those are
 * silent or contradict each other the choice is in docs/decisions/0016.
 */
package io.bellwether.standin.x;
