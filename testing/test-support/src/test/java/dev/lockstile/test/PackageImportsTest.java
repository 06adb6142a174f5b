package dev.lockstile.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageImportsTest {

    @TempDir
    private Path sources;

    @Test
    void a_cycle_by_a_constant_is_told_with_the_files_that_close_it() throws IOException {
        write(
                "shop/basket/Basket.java",
                "package shop.basket;\nimport static shop.Limits.MOST;\npublic class Basket {}");
        write("shop/Limits.java", "package shop;\nimport shop.basket.Basket;\npublic class Limits {}");
        assertThat(PackageImports.cycles(sources))
                .containsExactly(
                        "shop imports from shop.basket in Limits.java", "shop.basket imports from shop in Basket.java");
    }

    @Test
    void a_way_into_a_cycle_or_out_of_it_is_no_part_of_it() throws IOException {
        write("a/A.java", "package a;\nimport b.B;\npublic class A {}");
        write("b/B.java", "package b;\nimport c.C;\npublic class B {}");
        write("c/C.java", "package c;\nimport b.*;\nimport d.D.Inner;\npublic class C {}");
        write("d/D.java", "package d;\nimport java.util.List;\npublic class D { public static class Inner {} }");
        assertThat(PackageImports.cycles(sources))
                .containsExactly("b imports from c in B.java", "c imports from b in C.java");
    }

    @Test
    void a_package_of_another_module_below_ones_own_is_not_taken_for_it() throws IOException {
        write("shop/Shop.java", "package shop;\nimport shop.till.Till;\npublic class Shop {}");
        write("shop/till/Till.java", "package shop.till;\nimport shop.mail.Mail;\npublic class Till {}");

        assertThat(PackageImports.cycles(sources)).isEmpty();
    }

    @Test
    void packages_one_below_the_other_are_fine_as_long_as_only_one_imports() throws IOException {
        write("a/A.java", "package a;\npublic class A {}");
        write("a/inner/B.java", "package a.inner;\nimport a.A;\npublic class B {}");
        assertThat(PackageImports.cycles(sources)).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
