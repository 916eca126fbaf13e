/** Tests of the built distribution: its processes, its plugins, the whole pipeline. */
package io.bellwether.quickstart.it;
