package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RefusedFileException.Reason;

/** The kinds of file that people upload instead, told apart by their content. */
public enum ForeignFormat {
    SPREADSHEET,
    SPREADSHEET_WITH_PASSWORD,
    OPEN_DOCUMENT,
    /** A document of Numbers, Pages or Keynote. */
    NUMBERS,
    WORD,
    PRESENTATION,
    DRAWING,
    ZIP,
    /** A workbook of the old kind (.xls). */
    OLD_SPREADSHEET,
    PDF,
    COMPRESSED,
    HTML,
    XML,
    IMAGE,
    MAIL,
    DATABASE,
    PARQUET,
    JSON,
    GOOGLE_SHEET,
    SHORTCUT,
    /** The file that macOS keeps beside another. */
    FILE_ATTRIBUTES,
    SYLK,
    DIF,
    /** A vCard or a calendar. */
    CARDS,
    LDIF,
    /** A pointer of Git LFS. */
    LFS_POINTER;

    private static final int BEGINNING = 4096;
    private static final String COMMENT = "(?s)\\s*(?:<!--.*?-->|<\\?.*?\\?>)";
    private static final Pattern TAG =
            Pattern.compile(
                    "<(?:!doctype html|html|head|body|title|meta|link|base|style|script|noscript|xml"
                            + "|table|caption|colgroup|thead|tbody|tfoot|tr|td|th|div|span|p|br|hr|h[1-6]|a|b"
                            + "|i|u|font|center|pre|ul|ol|li|dl|form|input|img|iframe|frameset|main|section"
                            + "|article|header|footer|nav)[\\s/>].*",
                    Pattern.DOTALL);
    private static final Pattern MAIL_FIELDS =
            Pattern.compile(
                    "(?is)[a-z][a-z-]*:\\s.*"
                            + "(?<=^|[\\r\\n])(?:return-path|received|mime-version|message-id):\\s.*");
    private static final Pattern ELEMENT =
            Pattern.compile("(?s)<[!?]?[A-Za-z][\\w:.-]*[\\s/>].*</.*");
    private static final Pattern SYLK_RECORDS =
            Pattern.compile("ID;P[^\\r\\n]*\\R(?:[PFBOCW]|NN|NE|NU);[A-Z].*", Pattern.DOTALL);
    private static final Pattern DIF_RECORDS =
            Pattern.compile("(?i)TABLE\\s*\\R0,1\\s*\\R.*", Pattern.DOTALL);
    private static final Pattern LDIF_RECORDS =
            Pattern.compile(
                    "(?i)(?:version:\\s*1\\s*\\R\\s*)?(?:#.*\\R\\s*)*dn::? .*", Pattern.DOTALL);

    private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*[\\[{\"]");

    /** Refuses a file that is one of these, by its bytes from the beginning on. */
    static void refuse(byte[] bytes, int length) {
        String content = new String(bytes, 0, length, ISO_8859_1);
        refuse(ofBytes(content));
        refuse(ofMarkup(content));
    }

    /** Refuses a text that is one of these, once it is known that no header is in its place. */
    static void refuseText(String start) {
        refuse(ofText(start.strip()));
    }

    private static void refuse(@Nullable ForeignFormat format) {
        if (format != null) {
            throw new RefusedFileException(Reason.NOT_A_CSV, new Refusal.OtherFormat(format));
        }
    }

    private static @Nullable ForeignFormat ofBytes(String content) {
        if (content.startsWith("PK\3\4") || content.startsWith("PK\5\6")) {
            return ofZip(content);
        } else if (content.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return ofOldOffice(content);
        } else if (content.startsWith("%PDF-")) {
            return PDF;
        } else if (isCompressed(content)) {
            return COMPRESSED;
        } else if (content.startsWith("{\\rtf")) {
            return WORD;
        } else if (isImage(content)) {
            return IMAGE;
        }
        return ofOtherBytes(content);
    }

    private static @Nullable ForeignFormat ofOtherBytes(String content) {
        if (content.startsWith("SQLite format 3\0") || content.startsWith("\0\1\0\0Standard ")) {
            return DATABASE;
        } else if (content.startsWith("PAR1\25")) {
            return PARQUET;
        } else if (content.startsWith("L\0\0\0\1\24\2\0")
                || content.startsWith("book\0\0\0\0mark")) {
            return SHORTCUT;
        } else if (content.startsWith("\0\5\26\7")) {
            return FILE_ATTRIBUTES;
        }
        return null;
    }

    private static boolean isCompressed(String start) {
        return start.startsWith("\u001f\u008b")
                || start.startsWith("1AY&SY", 4)
                || start.startsWith("7z\u00bc\u00af")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("(\u00b5/\u00fd")
                || start.startsWith("Rar!\u001a");
    }

    private static boolean isImage(String start) {
        return start.startsWith("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF87a")
                || start.startsWith("GIF89a")
                || start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || (start.startsWith("\0\0\0") && start.startsWith("ftyp", 4))
                || (start.startsWith("RIFF") && start.startsWith("WEBP", 8));
    }

    /** By the names of the entries, which stand between the compressed contents as they are. */
    private static ForeignFormat ofZip(String content) {
        if (content.contains("application/vnd.oasis.opendocument.")) {
            return ofOpenDocument(content);
        } else if (content.contains("word/document")) {
            return WORD;
        } else if (content.contains("ppt/presentation") || content.contains("ppt/slides/")) {
            return PRESENTATION;
        } else if (content.contains("[Content_Types].xml") || content.contains("xl/")) {
            return SPREADSHEET;
        }
        boolean numbers = content.contains("Index/Document.iwa") || content.contains("Index.zip");
        return numbers ? NUMBERS : ZIP;
    }

    private static ForeignFormat ofOpenDocument(String content) {
        if (content.contains("opendocument.text")) {
            return WORD;
        } else if (content.contains("opendocument.presentation")) {
            return PRESENTATION;
        }
        return content.contains("opendocument.graphics") ? DRAWING : OPEN_DOCUMENT;
    }

    /** By the names of the streams (MS-CFB, section 2.6), which are in UTF-16. */
    private static ForeignFormat ofOldOffice(String content) {
        if (hasStream("EncryptedPackage", content)) {
            return SPREADSHEET_WITH_PASSWORD;
        } else if (hasStream("__properties_version1.0", content)) {
            return MAIL;
        } else if (hasStream("Workbook", content) || hasStream("Book", content)) {
            return OLD_SPREADSHEET;
        } else if (hasStream("WordDocument", content)) {
            return WORD;
        }
        return hasStream("PowerPoint Document", content) ? PRESENTATION : OLD_SPREADSHEET;
    }

    private static boolean hasStream(String name, String content) {
        return content.contains(new String((name + "\0").getBytes(UTF_16LE), ISO_8859_1));
    }

    /** In any Unicode encoding, marked or not: tags are in ASCII, and what is left of it is NUL. */
    private static @Nullable ForeignFormat ofMarkup(String content) {
        String start =
                content.substring(0, Math.min(content.length(), BEGINNING))
                        .replaceFirst(
                                "^(?:\u00ef\u00bb\u00bf|\0*\u00ff\u00fe|\0*\u00fe\u00ff)+", "")
                        .replace("\0", "")
                        .toLowerCase(Locale.ROOT);
        String markup = start.replaceFirst("^(?:" + COMMENT + ")+", "").strip();
        if (TAG.matcher(markup).matches() || markup.startsWith("<!--")) {
            return HTML;
        }
        return start.strip().startsWith("<?xml") || markup.startsWith("<!doctype") ? XML : null;
    }

    private static @Nullable ForeignFormat ofText(String start) {
        if (start.startsWith("{") || JSON_ARRAY.matcher(start).lookingAt()) {
            return start.contains("\"doc_id\"") || start.contains("docs.google.com")
                    ? GOOGLE_SHEET
                    : JSON;
        } else if (ELEMENT.matcher(start).matches()) {
            return XML;
        } else if (MAIL_FIELDS.matcher(start).matches()) {
            return start.contains("multipart/related") ? HTML : MAIL;
        }
        return ofTextOfRecords(start);
    }

    private static @Nullable ForeignFormat ofTextOfRecords(String start) {
        if (SYLK_RECORDS.matcher(start).matches()) {
            return SYLK;
        } else if (DIF_RECORDS.matcher(start).matches()) {
            return DIF;
        } else if (LDIF_RECORDS.matcher(start).matches()) {
            return LDIF;
        } else if (start.startsWith("BEGIN:VC")) {
            return CARDS;
        } else if (start.startsWith("[InternetShortcut]")) {
            return SHORTCUT;
        }
        return start.startsWith("version https://git-lfs") ? LFS_POINTER : null;
    }
}
