package dev.lockstile.auth.schema.make;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A table of books, as a model that is edited has it from time to time. */
final class Books {

    private Books() {}

    @Entity(name = "Book")
    @Table(name = "book")
    static class BookV1 {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100)
        String title;
    }

    @Entity(name = "Book")
    @Table(name = "book")
    static class BookV2 {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100)
        String title;

        Integer pages;
    }

    @Entity(name = "Book")
    @Table(name = "book")
    static class BookRenamed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100)
        String heading;
    }

    @Entity(name = "Book")
    @Table(name = "book")
    static class BookStrict {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100)
        String title;

        @Column(nullable = false, length = 5)
        String shelf;
    }

    @Entity(name = "Book")
    @Table(name = "book")
    static class BookLong {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 100)
        String title;

        Long pages;
    }

    @Entity(name = "Book")
    @Table(name = "book")
    static class BookWide {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 200)
        String title;
    }

    @Entity(name = "Book")
    @Table(name = "book", indexes = @jakarta.persistence.Index(columnList = "title"))
    static class BookFull {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 150)
        String title;

        @Column(nullable = false)
        Integer pages;

        @Column(unique = true, length = 20)
        String isbn;

        @ManyToOne
        @JoinColumn(name = "author_id")
        Author author;
    }

    @Entity(name = "Author")
    @Table(name = "author")
    static class Author {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, unique = true)
        String name;
    }
}
