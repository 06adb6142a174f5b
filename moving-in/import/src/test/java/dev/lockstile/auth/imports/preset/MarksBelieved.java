package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;

/**
 * A preset for an old system that takes its mark of verification away with each change, so that a mark counts for a
 * row.
 */
public final class MarksBelieved extends Preset {

    private final Preset preset;

    /** Reads the same people. */
    public MarksBelieved(Preset preset) {
        this.preset = preset;
    }

    @Override
    public String name() {
        return preset.name();
    }

    @Override
    public DuplicatePolicy duplicates() {
        return preset.duplicates();
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        return new Believed(preset.open(source, reading));
    }

    private record Believed(PersonSource people) implements ForwardingPeople {

        @Override
        public boolean provesChanges() {
            return true;
        }
    }
}
