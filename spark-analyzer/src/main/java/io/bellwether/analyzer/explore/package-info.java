/** An interactive Spark SQL prompt over the topics as tables. */
package io.bellwether.analyzer.explore;
