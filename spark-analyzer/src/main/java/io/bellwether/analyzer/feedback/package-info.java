/**
 * The feedback job: from a record in a topic to a scored record in the topic of its outcome. What
 * happens to one record is plain Java and knows no Spark; {@code FeedbackJob} and what it names put
 * it into a query.
 */
package io.bellwether.analyzer.feedback;
