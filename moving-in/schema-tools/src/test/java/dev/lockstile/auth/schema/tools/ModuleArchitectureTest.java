package dev.lockstile.auth.schema.tools;

import dev.lockstile.test.ModuleArchitecture;

final class ModuleArchitectureTest extends ModuleArchitecture {}
