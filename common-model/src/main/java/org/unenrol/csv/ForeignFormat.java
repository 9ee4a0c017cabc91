package org.unenrol.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.RefusedFileException.Reason;

/** The kinds of file that people upload instead, told apart by how their content begins. */
enum ForeignFormat {
    SPREADSHEET("an Excel workbook: open it and save it as \"CSV UTF-8\""),
    OPEN_DOCUMENT("an OpenDocument spreadsheet: open it and save it as \"Text CSV\""),
    ZIP("a zip archive: unpack it and upload the CSV file in it"),
    OLD_SPREADSHEET(
            "an Excel workbook of the old kind (.xls): open it and save it as \"CSV UTF-8\""),
    PDF("a PDF document: save the table it was made from as \"CSV UTF-8\""),
    GZIP("compressed: unpack it and upload the CSV file in it"),
    HTML("a web page: open it in a spreadsheet and save it as \"CSV UTF-8\""),
    XML("an XML document: open it in a spreadsheet and save it as \"CSV UTF-8\""),
    RTF("a text document: save the table in it as \"CSV UTF-8\""),
    IMAGE("a picture: upload the table it shows as a CSV file");

    private static final int BEGINNING = 4096;

    private final String whatToDo;

    ForeignFormat(String whatToDo) {
        this.whatToDo = whatToDo;
    }

    /** Refuses a file that is one of these. */
    static void refuse(byte[] bytes, int length) {
        String start = new String(bytes, 0, Math.min(length, BEGINNING), ISO_8859_1);
        ForeignFormat format = of(start);
        if (format == null) {
            format = ofMarkup(start.replace("\u00ef\u00bb\u00bf", "").strip());
        }
        if (format != null) {
            throw new RefusedFileException(
                    Reason.NOT_A_CSV, "The file is " + format.whatToDo + ".");
        }
    }

    private static @Nullable ForeignFormat of(String start) {
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return ofZip(start);
        } else if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLD_SPREADSHEET;
        } else if (start.startsWith("%PDF-")) {
            return PDF;
        } else if (isCompressed(start)) {
            return GZIP;
        } else if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        boolean image = start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff");
        return image ? IMAGE : null;
    }

    private static boolean isCompressed(String start) {
        return start.startsWith("\u001f\u008b")
                || start.startsWith("BZh")
                || start.startsWith("7z\u00bc\u00af")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("(\u00b5/\u00fd")
                || start.startsWith("Rar!\u001a");
    }

    private static ForeignFormat ofZip(String start) {
        if (start.contains("[Content_Types].xml") || start.contains("xl/")) {
            return SPREADSHEET;
        }
        return start.contains("opendocument") ? OPEN_DOCUMENT : ZIP;
    }

    private static @Nullable ForeignFormat ofMarkup(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html")
                || lower.startsWith("<html")
                || lower.startsWith("<table")
                || lower.startsWith("<head")) {
            return HTML;
        }
        boolean xml = lower.startsWith("<?xml") || lower.startsWith("<!--");
        return xml ? XML : null;
    }
}
