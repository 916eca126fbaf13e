/** What stands in a post's text: tags, people, addresses, and how the API writes it. */
package io.bellwether.standin.x.text;
