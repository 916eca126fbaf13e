/** What a job is to the application, and what all jobs do with Spark alike. Knows no job. */
package io.bellwether.analyzer.job;
