package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.BeforeImageStore;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How rows were before a run changed them, in a transaction. */
record InMemoryBeforeImages(TableViews views) implements BeforeImageStore {

    @Override
    public void keep(String runId, List<BeforeImage> images) {
        images.forEach(image -> views.images.insert(key -> new BeforeImageRow(runId, image)));
    }

    @Override
    public List<BeforeImage> kept(String runId, Collection<String> linkKeys) {
        return images(runId).filter(image -> linkKeys.contains(image.linkKey())).toList();
    }

    @Override
    public List<BeforeImage> kept(String runId, String after, int limit) {
        return images(runId)
                .filter(image -> image.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(BeforeImage::linkKey))
                .limit(limit)
                .toList();
    }

    @Override
    public void drop(String runId, Collection<String> linkKeys) {
        views.images
                .keysWhere(row -> row.runId().equals(runId)
                        && linkKeys.contains(row.image().linkKey()))
                .forEach(views.images::delete);
    }

    @Override
    public int drop(Instant began) {
        List<Long> old = views.images.keysWhere(row -> views.imports
                .first(Tables.IMPORT_ID, row.runId())
                .filter(run -> run.run().startedAt().isBefore(began))
                .isPresent());
        old.forEach(views.images::delete);
        return old.size();
    }

    private Stream<BeforeImage> images(String runId) {
        return views.images.rows(Tables.IMAGE_RUN, runId).map(BeforeImageRow::image);
    }
}
