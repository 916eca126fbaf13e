/**
 * The scorer {@code transformer}: a neural network that reads whole sentences, run by ONNX Runtime.
 * Its jar is no part of the job's; it is passed with {@code --jars}.
 */
package io.bellwether.transformer;
