/** The flows through the servlet, beside the same without HTTP. */
@NullMarked
package dev.lockstile.benchmarks.servlet;

import org.jspecify.annotations.NullMarked;
