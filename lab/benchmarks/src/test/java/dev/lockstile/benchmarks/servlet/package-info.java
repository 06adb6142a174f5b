@NullMarked
package dev.lockstile.benchmarks.servlet;

import org.jspecify.annotations.NullMarked;
