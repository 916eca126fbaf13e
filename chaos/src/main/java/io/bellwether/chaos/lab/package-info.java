/** Processes and a Slack to do harm to, and who does it. */
package io.bellwether.chaos.lab;
