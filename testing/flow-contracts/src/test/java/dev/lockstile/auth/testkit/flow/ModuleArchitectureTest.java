package dev.lockstile.auth.testkit.flow;

import dev.lockstile.test.ModuleArchitecture;

final class ModuleArchitectureTest extends ModuleArchitecture {}
