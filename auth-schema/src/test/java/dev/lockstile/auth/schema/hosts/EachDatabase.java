package dev.lockstile.auth.schema.hosts;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The databases whose schema the library looks after; MariaDB where its server is on the class path. */
public final class EachDatabase implements ArgumentsProvider {

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return TestDatabase.here().map(Arguments::of);
    }
}
