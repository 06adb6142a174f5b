package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Source;

/** A preset for people that a test has at hand, whatever the source. */
public final class OpenedPreset extends Preset {

    private final String name;
    private final PersonSource people;

    /** Reads these people. */
    public OpenedPreset(String name, PersonSource people) {
        this.name = name;
        this.people = people;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        return people;
    }
}
