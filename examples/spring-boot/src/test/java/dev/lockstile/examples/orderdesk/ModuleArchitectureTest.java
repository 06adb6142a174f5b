package dev.lockstile.examples.orderdesk;

import dev.lockstile.test.ModuleArchitecture;

final class ModuleArchitectureTest extends ModuleArchitecture {}
