package dev.handlens.kernel.ob;

import static dev.handlens.kernel.ob.Subsystem.CM;
import static dev.handlens.kernel.ob.Subsystem.DK;
import static dev.handlens.kernel.ob.Subsystem.ET;
import static dev.handlens.kernel.ob.Subsystem.EX;
import static dev.handlens.kernel.ob.Subsystem.FL;
import static dev.handlens.kernel.ob.Subsystem.IO;
import static dev.handlens.kernel.ob.Subsystem.LP;
import static dev.handlens.kernel.ob.Subsystem.MM;
import static dev.handlens.kernel.ob.Subsystem.OB;
import static dev.handlens.kernel.ob.Subsystem.PC;
import static dev.handlens.kernel.ob.Subsystem.PO;
import static dev.handlens.kernel.ob.Subsystem.PS;
import static dev.handlens.kernel.ob.Subsystem.SE;
import static dev.handlens.kernel.ob.Subsystem.TM;
import static dev.handlens.kernel.ob.Subsystem.WK;
import static dev.handlens.kernel.ob.Subsystem.WM;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.se.GenericMapping;
import java.util.SequencedMap;

/// The 42 object types of Windows 7, in the order of their type index, with what the object manager knows of each.
///
/// Columns: name · subsystem that owns it · body bytes on x64, on x86 · what the generic rights stand for: read, write, execute, all ·
/// rights that an object can grant at all · object attributes that are refused · flags:
/// `P` bodies in paged pool, otherwise nonpaged · `D` waits use a default object that is always signaled · `C` own security method, so that
/// a duplicate never gains access · `S` objects must have a security descriptor · `I` names ignore case · `T` objects are kept in a list
/// of their type · `H` handles are counted per process.
///
/// Body sizes are those of public symbols. Estimates, because symbols do not have them: DebugObject, EventPair, Callback, Profile,
/// KeyedEvent, WindowStation, Desktop, TpWorkerFactory, Adapter, Controller, Session, PowerRequest, WmiGuid, both reserves, both filter
/// ports, PcwObject. Estimated as well: refused attributes of the reserves, the transaction types and TpWorkerFactory, and all access of
/// Session, PowerRequest, both Etw types and PcwObject. Nonpaged pool is not verified for ALPC Port, the transaction and the Etw types.
///
/// IoCompletion has no `D`, although older systems gave it the default object: it has a dispatcher header of its own, signaled while
/// packets are queued. File has none either: it is signaled when I/O on it completes.
public enum ObjectType {
    TYPE(                     "Type",                    OB, 0x0D0, 0x088, 0x020000, 0x020000, 0x020000, 0x0F0001, 0x1F0001, 0x100, "DT"),
    DIRECTORY(                "Directory",               OB, 0x150, 0x0A8, 0x020003, 0x02000C, 0x020003, 0x0F000F, 0x0F000F, 0x100, "PDI"),
    SYMBOLIC_LINK(            "SymbolicLink",            OB, 0x020, 0x018, 0x020001, 0x020000, 0x020001, 0x0F0001, 0x0F0001, 0x100, "PDI"),
    TOKEN(                    "Token",                   SE, 0x310, 0x1E0, 0x02001A, 0x0201E0, 0x020005, 0x0F01FF, 0x1F01FF, 0x100, "PDS"),
    JOB(                      "Job",                     PS, 0x1C8, 0x138, 0x020004, 0x02000B, 0x120000, 0x1F001F, 0x1F001F, 0x000, "S"),
    PROCESS(                  "Process",                 PS, 0x4D0, 0x2C0, 0x020410, 0x020BEA, 0x121001, 0x1FFFFF, 0x1FFFFF, 0x0B0, "S"),
    THREAD(                   "Thread",                  PS, 0x498, 0x2B8, 0x020048, 0x020437, 0x120800, 0x1FFFFF, 0x1FFFFF, 0x0B0, "S"),
    USER_APC_RESERVE(         "UserApcReserve",          PS, 0x060, 0x034, 0x020001, 0x020002, 0x020000, 0x0F0003, 0x0F0003, 0x100, ""),
    IO_COMPLETION_RESERVE(    "IoCompletionReserve",     PS, 0x058, 0x030, 0x020001, 0x020002, 0x020000, 0x0F0003, 0x0F0003, 0x100, ""),
    DEBUG_OBJECT(             "DebugObject",             DK, 0x068, 0x03C, 0x020001, 0x020002, 0x120000, 0x1F000F, 0x1F000F, 0x000, "S"),
    EVENT(                    "Event",                   EX, 0x018, 0x010, 0x020001, 0x020002, 0x120000, 0x1F0003, 0x1F0003, 0x100, ""),
    EVENT_PAIR(               "EventPair",               EX, 0x030, 0x020, 0x120000, 0x120000, 0x120000, 0x1F0000, 0x1F0000, 0x100, "D"),
    MUTANT(                   "Mutant",                  EX, 0x038, 0x020, 0x020001, 0x020000, 0x120000, 0x1F0001, 0x1F0001, 0x100, ""),
    CALLBACK(                 "Callback",                EX, 0x028, 0x018, 0x020000, 0x020001, 0x120000, 0x1F0001, 0x1F0001, 0x100, ""),
    SEMAPHORE(                "Semaphore",               EX, 0x020, 0x014, 0x020001, 0x020002, 0x120000, 0x1F0003, 0x1F0003, 0x100, ""),
    TIMER(                    "Timer",                   EX, 0x110, 0x098, 0x020001, 0x020002, 0x120000, 0x1F0003, 0x1F0003, 0x100, ""),
    PROFILE(                  "Profile",                 EX, 0x080, 0x050, 0x020001, 0x020001, 0x020001, 0x0F0001, 0x0F0001, 0x100, ""),
    KEYED_EVENT(              "KeyedEvent",              EX, 0x010, 0x008, 0x020001, 0x020002, 0x020000, 0x0F0003, 0x1F0003, 0x000, "PD"),
    WINDOW_STATION(           "WindowStation",           WK, 0x0A0, 0x058, 0x020303, 0x02001C, 0x020060, 0x0F037F, 0x0F037F, 0x130, "SH"),
    DESKTOP(                  "Desktop",                 WK, 0x0F0, 0x090, 0x020041, 0x0200BE, 0x020100, 0x0F01FF, 0x0F01FF, 0x130, "SH"),
    TP_WORKER_FACTORY(        "TpWorkerFactory",         EX, 0x0C8, 0x080, 0x020000, 0x020000, 0x020000, 0x0F003F, 0x0F003F, 0x100, ""),
    ADAPTER(                  "Adapter",                 IO, 0x0D0, 0x080, 0x120089, 0x120116, 0x1200A0, 0x1F01FF, 0x1F01FF, 0x100, "D"),
    CONTROLLER(               "Controller",              IO, 0x060, 0x040, 0x120089, 0x120116, 0x1200A0, 0x1F01FF, 0x1F01FF, 0x100, "D"),
    DEVICE(                   "Device",                  IO, 0x150, 0x0B8, 0x120089, 0x120116, 0x1200A0, 0x1F01FF, 0x1F01FF, 0x100, "DCI"),
    DRIVER(                   "Driver",                  IO, 0x150, 0x0A8, 0x120089, 0x120116, 0x1200A0, 0x1F01FF, 0x1F01FF, 0x100, "DI"),
    IO_COMPLETION(            "IoCompletion",            IO, 0x040, 0x028, 0x020001, 0x020002, 0x120000, 0x1F0003, 0x1F0003, 0x110, "I"),
    FILE(                     "File",                    IO, 0x0D8, 0x080, 0x120089, 0x120116, 0x1200A0, 0x1F01FF, 0x1F01FF, 0x130, "CIH"),
    TM_TM(                    "TmTm",                    TM, 0x3C0, 0x238, 0x020001, 0x02001E, 0x020000, 0x0F003F, 0x0F003F, 0x100, ""),
    TM_TX(                    "TmTx",                    TM, 0x2D8, 0x1E0, 0x120001, 0x12003E, 0x120018, 0x1F003F, 0x1F003F, 0x100, ""),
    TM_RM(                    "TmRm",                    TM, 0x250, 0x154, 0x120001, 0x12007E, 0x12005C, 0x1F007F, 0x1F007F, 0x100, ""),
    TM_EN(                    "TmEn",                    TM, 0x1E0, 0x168, 0x020001, 0x02001E, 0x02001C, 0x0F001F, 0x0F001F, 0x100, ""),
    SECTION(                  "Section",                 MM, 0x030, 0x018, 0x020005, 0x020002, 0x020008, 0x0F001F, 0x1F001F, 0x100, "PD"),
    SESSION(                  "Session",                 MM, 0x020, 0x010, 0x020000, 0x020000, 0x020000, 0x0F00FF, 0x1F00FF, 0x100, ""),
    KEY(                      "Key",                     CM, 0x058, 0x02C, 0x020019, 0x020006, 0x020039, 0x0F003F, 0x1F003F, 0x030, "PDCS"),
    ALPC_PORT(                "ALPC Port",               LP, 0x1A0, 0x0FC, 0x020001, 0x010001, 0x000000, 0x1F0001, 0x1F0001, 0xFB2, "D"),
    POWER_REQUEST(            "PowerRequest",            PO, 0x060, 0x040, 0x020000, 0x020000, 0x020000, 0x0F00FF, 0x1F00FF, 0x100, ""),
    WMI_GUID(                 "WmiGuid",                 WM, 0x058, 0x034, 0x000001, 0x000002, 0x000010, 0x120FFF, 0x1F0FFF, 0x100, "CS"),
    ETW_REGISTRATION(         "EtwRegistration",         ET, 0x050, 0x02C, 0x020000, 0x020000, 0x020000, 0x0F00FF, 0x1F00FF, 0x100, ""),
    ETW_CONSUMER(             "EtwConsumer",             ET, 0x088, 0x050, 0x020000, 0x020000, 0x020000, 0x0F00FF, 0x1F00FF, 0x100, ""),
    FILTER_CONNECTION_PORT(   "FilterConnectionPort",    FL, 0x060, 0x040, 0x020001, 0x010001, 0x000000, 0x1F0001, 0x1F0001, 0x100, "S"),
    FILTER_COMMUNICATION_PORT("FilterCommunicationPort", FL, 0x100, 0x080, 0x020001, 0x010001, 0x000000, 0x1F0001, 0x1F0001, 0x100, ""),
    PCW_OBJECT(               "PcwObject",               PC, 0x080, 0x050, 0x020000, 0x020000, 0x020000, 0x0F00FF, 0x1F00FF, 0x100, "P");

    private final String typeName;
    private final Subsystem subsystem;
    private final int bodyBytesX64;
    private final int bodyBytesX86;
    private final GenericMapping genericMapping;
    private final int validAccess;
    private final int refusedAttributes;
    private final PoolKind poolKind;
    private final boolean alwaysSignaled;
    private final boolean customSecurity;
    private final boolean securityRequired;
    private final boolean caseInsensitive;
    private final boolean maintainsTypeList;
    private final boolean maintainsHandleCount;
    private final SpecificRights specificRights;

    ObjectType(
            String typeName, Subsystem subsystem, int bodyBytesX64, int bodyBytesX86, int read, int write, int execute, int all,
            int validAccess, int refusedAttributes, String flags) {
        this.typeName = typeName;
        this.subsystem = subsystem;
        this.bodyBytesX64 = bodyBytesX64;
        this.bodyBytesX86 = bodyBytesX86;
        this.genericMapping = new GenericMapping(read, write, execute, all);
        this.validAccess = validAccess;
        this.refusedAttributes = refusedAttributes;
        this.poolKind = flags.contains("P") ? PoolKind.PAGED : PoolKind.NONPAGED;
        this.alwaysSignaled = flags.contains("D");
        this.customSecurity = flags.contains("C");
        this.securityRequired = flags.contains("S");
        this.caseInsensitive = flags.contains("I");
        this.maintainsTypeList = flags.contains("T");
        this.maintainsHandleCount = flags.contains("H");
        this.specificRights = SpecificRights.of(typeName);
    }

    /// The type of a name.
    ///
    /// @param typeName name as Windows spells it, such as `SymbolicLink`
    /// @throws IllegalArgumentException if no type has that name
    public static ObjectType ofTypeName(String typeName) {
        for (ObjectType type : values()) {
            if (type.typeName.equals(typeName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No object type is named " + typeName);
    }

    /// The name as Windows spells it, such as `SymbolicLink` or `ALPC Port`.
    public String typeName() {
        return typeName;
    }

    /// What programmers call it when that differs from its name: `mutex` for Mutant, otherwise empty.
    public String nickname() {
        return this == MUTANT ? "mutex" : "";
    }

    /// Its index in the kernel's table of types, 2 to 43: the first two places of the table are not used.
    public int typeIndex() {
        return ordinal() + 2;
    }

    /// Pool tag of its objects: the first four characters of the name, filled up with blanks; `ObjT` for Type alone.
    public String tag() {
        return this == TYPE ? "ObjT" : (typeName + "   ").substring(0, 4);
    }

    /// The part of Windows that defines it, in full, such as `Configuration Manager`.
    public String subsystem() {
        return subsystem.label();
    }

    /// Whether the simulated kernel has calls for it. The other types are there to be shown and compared.
    public boolean isSimulated() {
        return switch (this) {
            case DIRECTORY, SYMBOLIC_LINK, PROCESS, THREAD, EVENT, MUTANT, SEMAPHORE, TIMER, DEVICE, DRIVER, FILE, SECTION, KEY, TOKEN, JOB, KEYED_EVENT,
                    IO_COMPLETION -> true;
            case TYPE, USER_APC_RESERVE, IO_COMPLETION_RESERVE, DEBUG_OBJECT, EVENT_PAIR, CALLBACK, PROFILE,
                    WINDOW_STATION, DESKTOP, TP_WORKER_FACTORY, ADAPTER, CONTROLLER, TM_TM, TM_TX, TM_RM, TM_EN, SESSION,
                    ALPC_PORT, POWER_REQUEST, WMI_GUID, ETW_REGISTRATION, ETW_CONSUMER, FILTER_CONNECTION_PORT,
                    FILTER_COMMUNICATION_PORT, PCW_OBJECT -> false;
        };
    }

    /// The pool its objects live in.
    public PoolKind poolKind() {
        return poolKind;
    }

    /// Bytes of an object without its headers.
    public int bodyBytes(Architecture architecture) {
        return switch (architecture) {
            case X64 -> bodyBytesX64;
            case X86 -> bodyBytesX86;
        };
    }

    /// Bytes of the pool block of an object: pool header, optional headers, object header and body, rounded up to the pool's granularity.
    ///
    /// @param named whether it was given a name at creation
    /// @param exclusive whether it was created for one process alone, which adds a quota header and a header with that process
    public int blockBytes(Architecture architecture, boolean named, boolean exclusive) {
        HeaderSizes sizes = HeaderSizes.of(architecture);
        int bytes = architecture.poolGranularity() + sizes.objectHeader() + bodyBytes(architecture);
        if (maintainsTypeList) {
            bytes += sizes.creatorInfo();
        }
        if (named) {
            bytes += sizes.nameInfo();
        }
        if (maintainsHandleCount) {
            bytes += sizes.handleInfo();
        }
        if (exclusive) {
            bytes += sizes.quotaInfo() + sizes.processInfo();
        }
        return Math.ceilDiv(bytes, architecture.poolGranularity()) * architecture.poolGranularity();
    }

    /// Bytes of quota that the first handle to an object costs a process. A name header is charged whether or not there is a name, and
    /// nothing is rounded, so that this differs from the bytes of the block.
    public int quotaCharge(Architecture architecture) {
        HeaderSizes sizes = HeaderSizes.of(architecture);
        int bytes = bodyBytes(architecture) + sizes.objectHeaderWithDummyBody() + sizes.nameInfo();
        return maintainsHandleCount ? bytes + sizes.handleInfo() : bytes;
    }

    /// What the four generic rights stand for.
    public GenericMapping genericMapping() {
        return genericMapping;
    }

    /// The rights that a handle to such an object can carry.
    public int validAccess() {
        return validAccess;
    }

    /// Names of the rights that only this type has, by bit, lowest first; empty where they have no public names.
    public SequencedMap<Integer, String> specificRights() {
        return specificRights.names();
    }

    /// What those names begin with, such as `EVENT_`; empty where there are none.
    public String rightPrefix() {
        return specificRights.prefix();
    }

    /// The `OBJ_` attributes that creating or opening refuses, as a mask.
    public int refusedAttributes() {
        return refusedAttributes;
    }

    /// Whether names of such objects are compared without regard to case even if the caller does not ask for it.
    public boolean isCaseInsensitive() {
        return caseInsensitive;
    }

    /// Whether every object has a security descriptor, named or not.
    public boolean isSecurityRequired() {
        return securityRequired;
    }

    /// Whether the type checks access itself: then a duplicate with more access than its source is refused outright.
    public boolean hasCustomSecurity() {
        return customSecurity;
    }

    /// Whether a wait for such an object is over at once, because the object has no state to wait for.
    public boolean isAlwaysSignaled() {
        return alwaysSignaled;
    }

    /// Whether the object manager counts the handles of each process to an object, in a header of its own.
    public boolean maintainsHandleCount() {
        return maintainsHandleCount;
    }

    /// Whether objects are kept in a list of their type, which takes a header of its own. Of Windows 7, only Type does.
    public boolean maintainsTypeList() {
        return maintainsTypeList;
    }
}
