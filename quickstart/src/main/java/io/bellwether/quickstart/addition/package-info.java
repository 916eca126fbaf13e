/** What {@code demo --with} adds: further services beside Slack, each in one class. */
package io.bellwether.quickstart.addition;
