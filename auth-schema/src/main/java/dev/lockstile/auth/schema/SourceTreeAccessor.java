package dev.lockstile.auth.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.PathResource;
import liquibase.resource.Resource;

/** Finds changelogs in the source tree before the class path, where a build has copied an older state of them. */
final class SourceTreeAccessor extends ClassLoaderResourceAccessor {

    private final Path root;

    SourceTreeAccessor(ClassLoader loader, Path root) {
        super(loader);
        this.root = root;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        String plain = path.replaceFirst("^(classpath:)?/?", "");
        Path file = root.resolve(plain);
        return Files.isRegularFile(file) ? List.of(new PathResource(plain, file)) : super.getAll(path);
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        List<Resource> found = new ArrayList<>();
        for (Resource resource : super.search(path, options)) {
            found.addAll(getAll(resource.getPath()));
        }
        return found;
    }
}
