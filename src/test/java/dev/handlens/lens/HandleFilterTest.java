package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleFilterTest {
    private static final String FIELDS = "type, name, access, age, state, handle, object, site, component, stack, opened, mask, attributes, counts, "
            + "handles, pointers, index, process, pid";

    private final Timeline makefred = Runs.at(Runs.bundled("makefred-bug"), 9);

    private HandlesFrame frame(String filter) {
        return new Lens().frame(makefred, Runs.view(makefred).withFilter(filter)).handles();
    }

    private List<String> values(String filter) {
        RowSource<HandleRow> rows = frame(filter).rows();
        return IntStream.range(0, rows.size()).mapToObj(i -> rows.row(i).key().hex()).toList();
    }

    @Test
    void anUnknownFieldIsAMistakeThatNamesTheFieldsWhileOtherTermsApply() {
        assertThat(frame("by:OnRequest type:File").mistakes()).containsExactly("No field `by`. Fields: " + FIELDS + ".");
        assertThat(values("by:OnRequest type:File")).isEqualTo(values("type:File")).hasSize(4);
        assertThat(values("by:OnRequest")).isEqualTo(values("")).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            type:Evnt         | No type `Evnt`. Did you mean Event?
            type:=event       | No type `event`. Did you mean Event?
            type:Qqqqqqq      | No type `Qqqqqqq`.
            state:opne        | No state `opne`. Did you mean open?
            state:lost        | No state `lost`. There are open, opened, new, closed, flashed.
            access:raed       | No access right `raed`. Did you mean read?
            handle:0xZ        | `0xZ` is no value of handle. Write a number, such as handle:0x14.
            pid:fred          | `fred` is no value of pid. Write a number, such as pid:1844.
            counts:two        | `two` is no value of counts. Write a number, such as counts:2/3.
            handles>2         | `handles` cannot be compared. Write handles:VALUE; only age can be compared, such as age>10s.
            age:              | Cannot read `age:`. Write an age such as age>10s or age<=500ms (units: ms, s, min, h), or age:"came and went".
            age:old           | Cannot read `age:old`. Write an age such as age>10s or age<=500ms (units: ms, s, min, h), or age:"came and went".
            age>long          | Cannot read `age>long`. Write an age such as age>10s or age<=500ms (units: ms, s, min, h), or age:"came and went".
            age=5s            | Cannot read `age=5s`. Write an age such as age>10s or age<=500ms (units: ms, s, min, h), or age:"came and went".
            """)
    void aValueThatCanMatchNothingIsAMistake(String term, String sentence) {
        assertThat(frame(term).mistakes()).containsExactly(sentence);
        assertThat(values(term + " name:Gizmo")).containsExactly("0x14", "0x18", "0x1C");
    }

    @Test
    void aFilterWithoutAMistakeSaysNothing() {
        for (String filter : List.of("", "type:Event", "type:ev", "type:", "state:o", "access:WRITE", "access:0x12", "handle:0x14", "handle:20",
                "age>10s", "age<=1.5min", "age:\"came and went\"", "mask:0x", "opened:5", "opened:\"step 5\"", "counts:2/2", "handles:2",
                "C:\\Windows", "\"by:OnRequest\"", "\\Device\\Gizmo:stream", "plain words")) {
            assertThat(frame(filter).mistakes()).as(filter).isEmpty();
        }
    }

    @Test
    void quotesHoldWordsTogether() {
        assertThat(values("access:\"read, write\"")).containsExactly("0x14", "0x18", "0x1C");
        assertThat(values("access:\"query, traverse\" name:KnownDlls")).containsExactly("0x8");
        assertThat(values("\"name:Gizmo\"")).as("a quoted term is text").isEmpty();
        assertThat(values("opened:=\"step 5\"")).containsExactly("0x18");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            a b                       | a;b
            "a b" c                   | a b;c
            name:"a b"                | name:a b
            name:"say ""hi"" twice"   | name:say "hi" twice
            name:"say \\"hi\\" twice" | name:say "hi" twice
            name:"\\Device\\" x       | name:\\Device\\;x
            "open                     | open
            ""                        |
            """)
    void termsAreSplitAtWhiteSpaceOutsideOfQuotes(String text, String terms) {
        assertThat(FilterWords.split(text).stream().map(FilterWords.Term::text).toList())
                .isEqualTo(terms == null ? List.of() : List.of(terms.split(";")));
    }

    @Test
    void anExactTermIsQuotedAsFarAsNeeded() {
        for (String value : List.of("server!OnRequest+0x41", "two words", "say \"hi\"", "")) {
            assertThat(FilterWords.split(HandleFilter.exactly("site", value))).extracting(FilterWords.Term::text)
                    .containsExactly("site:=" + value);
        }
    }

    @Test
    void theSiteIsTheProgramsOwnFrameAndTheStackIsAllOfThem() {
        String site = "fred!" + frame("handle:0x18").rows().row(0).site().replaceFirst("fred!", "");
        assertThat(values("site:=" + site)).contains("0x18");
        assertThat(values("site:=" + site.substring(0, site.length() - 1))).isEmpty();
        assertThat(values("site:ntdll")).isEmpty();
        assertThat(values("stack:ntdll")).contains("0x14", "0x18", "0x1C");
    }
}
