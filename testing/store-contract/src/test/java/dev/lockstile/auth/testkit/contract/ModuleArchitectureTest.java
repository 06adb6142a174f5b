package dev.lockstile.auth.testkit.contract;

import dev.lockstile.test.ModuleArchitecture;

final class ModuleArchitectureTest extends ModuleArchitecture {}
