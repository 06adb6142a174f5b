package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.ImportedRowStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A page costs as much as it has rows, not as much as their square. */
final class VerificationEffortTest {

    private static final int PEOPLE = 40;

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void each_account_at_another_site_is_looked_at_once_for_its_page() {
        SmallLegacy old = new SmallLegacy();
        for (int i = 1; i <= PEOPLE; i++) {
            old.user(i).social(i, i, "sub-" + i);
        }
        new Importing(store).run(old.source());

        VerifyReport found = Verifying.of(watched(), old.source(), JbDrfAuthPreset.discovering(), new ArrayList<>());

        assertThat(found.rows("social_accounts").in("equal")).isEqualTo(PEOPLE);
        assertThat(looks).hasValue(PEOPLE);
    }

    private AuthStore watched() {
        return Forwarding.over(
                AuthStore.class,
                (verb, arguments) -> verb.getName().equals("read") && arguments != null
                        ? store.read(tx -> ((AuthStore.Work<?>) arguments[0]).run(watched(tx)))
                        : Forwarding.to(store, verb, arguments));
    }

    private AuthTx watched(AuthTx tx) {
        return Forwarding.over(
                AuthTx.class,
                (verb, arguments) -> verb.getName().equals("extension")
                        ? Optional.of(watched(ImportTx.in(tx)))
                        : Forwarding.to(tx, verb, arguments));
    }

    private ImportTx watched(ImportTx imports) {
        return Forwarding.over(
                ImportTx.class,
                (verb, arguments) -> verb.getName().equals("rows")
                        ? watched(imports.rows())
                        : Forwarding.to(imports, verb, arguments));
    }

    private ImportedRowStore watched(ImportedRowStore copied) {
        return Forwarding.over(ImportedRowStore.class, (verb, arguments) -> {
            Object rows = Forwarding.to(copied, verb, arguments);
            return rows instanceof List<?> list ? new Counted<>(list, looks) : rows;
        });
    }

    /** Counts how often one of its elements is asked for. */
    private static final class Counted<E> extends AbstractList<E> {

        private final List<E> elements;
        private final AtomicInteger looks;

        Counted(List<E> elements, AtomicInteger looks) {
            this.elements = elements;
            this.looks = looks;
        }

        @Override
        public E get(int index) {
            looks.incrementAndGet();
            return elements.get(index);
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
