package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads the images that a run has stored, page by page; images may be dropped meanwhile. */
record BeforeImages(AuthStore store, String runId) {

    private static final int PAGE = 500;

    void each(Consumer<BeforeImage> work) {
        first(image -> {
            work.accept(image);
            return false;
        });
    }

    Optional<BeforeImage> first(Predicate<BeforeImage> wanted) {
        String after = "";
        List<BeforeImage> page;
        do {
            String last = after;
            page = store.read(tx -> ImportTx.in(tx).beforeImages().kept(runId, last, PAGE));
            for (BeforeImage image : page) {
                if (wanted.test(image)) {
                    return Optional.of(image);
                }
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).linkKey();
        } while (page.size() == PAGE);
        return Optional.empty();
    }
}
