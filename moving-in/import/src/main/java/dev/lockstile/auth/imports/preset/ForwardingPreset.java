package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;

/** A preset that reads more, or otherwise, what another one reads. */
abstract class ForwardingPreset extends Preset {

    final Preset preset;

    ForwardingPreset(Preset preset) {
        this.preset = preset;
    }

    @Override
    public final String name() {
        return preset.name();
    }

    @Override
    public final DuplicatePolicy duplicates() {
        return preset.duplicates();
    }

    @Override
    final boolean isMapped() {
        return preset.isMapped();
    }
}
