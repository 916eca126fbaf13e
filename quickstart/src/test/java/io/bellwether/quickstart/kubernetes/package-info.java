/** What is deployed to Kubernetes. */
package io.bellwether.quickstart.kubernetes;
