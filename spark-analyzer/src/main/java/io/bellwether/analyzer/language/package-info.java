/**
 * Which language a text is in, found out without network. Built to refuse no English: whoever
 * cannot tell says so.
 */
package io.bellwether.analyzer.language;
