package dev.lockstile.auth.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Reads the properties of {@link LockstileTest}. */
final class LockstileTestContextBootstrapper extends TestSliceTestContextBootstrapper<LockstileTest> {}
