/** The flows through the servlet, beside the same without HTTP and a host written with Spring Security. */
@NullMarked
package dev.lockstile.benchmarks.servlet;

import org.jspecify.annotations.NullMarked;
