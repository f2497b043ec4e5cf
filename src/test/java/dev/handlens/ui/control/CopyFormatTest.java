package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyFormatTest {
    private record Row(String name, String count) {}

    private final List<RowColumn<Row>> columns = List.of(
            RowColumn.<Row>of("GLYPH", "", 20, _ -> "+").inPlace(),
            RowColumn.of("NAME", "Name", 100, Row::name),
            RowColumn.of("COUNT", "Count", 100, Row::count).number());
    private final List<Row> rows = List.of(new Row("\\Device\\a|b", "1,024"), new Row("say \"hi\"\tto", "2"));

    @Test
    void tabSeparatedRowsKeepOneLineEach() {
        assertThat(CopyFormat.TSV.write(columns, rows)).isEqualTo("Name\tCount\n\\Device\\a|b\t1,024\nsay \"hi\" to\t2\n");
    }

    @Test
    void commasAndQuotationMarksAreQuotedInCsv() {
        assertThat(CopyFormat.CSV.write(columns, rows))
                .isEqualTo("Name,Count\n\\Device\\a|b,\"1,024\"\n\"say \"\"hi\"\"\tto\",2\n");
    }

    @Test
    void markdownAlignsNumbersAndEscapesBarsAndBackslashes() {
        assertThat(CopyFormat.MARKDOWN.write(columns, rows.subList(0, 1)))
                .isEqualTo("| Name | Count |\n| --- | ---: |\n| \\\\Device\\\\a\\|b | 1,024 |\n");
    }
}
