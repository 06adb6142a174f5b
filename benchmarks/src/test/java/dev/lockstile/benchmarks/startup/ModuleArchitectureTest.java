package dev.lockstile.benchmarks.startup;

import dev.lockstile.test.ModuleArchitecture;

final class ModuleArchitectureTest extends ModuleArchitecture {}
