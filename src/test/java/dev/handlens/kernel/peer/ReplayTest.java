package dev.handlens.kernel.peer;

import org.junit.jupiter.api.Test;
import java.util.*;

class ReplayTest {
    @Test
    void everyDifferenceFromTheRecordingIsExplained() {
        var diffs = new HashSet<String>();
        for (var d : Recording.differences("errata.jsonl")) diffs.add(d.key()+" "+d.field());
        for (var e : Recording.sequences().entrySet()) {
            var seen = Replay.run(e.getValue());
            for (var s : e.getValue()) for (String f : s.compared()) {
                Long o = seen.get(s.key()).get(f);
                if (o == null || o != s.number(f)) System.out.println((diffs.contains(s.key()+" "+f)?"DISPUTED ":"DIFF     ")+s.key()+" "+s.call()+" "+f+" theirs="+s.fields().get(f)+" ours="+(o==null?"none":"0x"+Long.toHexString(o)));
            }
        }
    }
}
