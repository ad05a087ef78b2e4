/** What openapi/openapi.json says, as types. Written by `npm run client:types`. */

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the process turn over? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the process take work? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the process has done and how it is
         * @description For Prometheus: requests by route and status and how long they took, hypercalls by operation and errno, ioreqs, hosts, domains, pages with contents, requests that wait; processor, memory, event loop lag and garbage collection.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The domains of the host
         * @description Every domain but dom0.
         */
        get: operations["listDomains"];
        put?: never;
        /**
         * Create a domain
         * @description With its memory populated by the largest mappings that fit, and unless `special_pages` is false the gfns set aside that a toolstack sets aside: max_mapped_gfn is then 0xfefff.
         */
        post: operations["createDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has become of a domain
         * @description How it was made, and how it stands.
         */
        get: operations["getDomain"];
        put?: never;
        post?: never;
        /**
         * Destroy a domain
         * @description Its ioreq servers go with it; whoever waits on it is told.
         */
        delete: operations["destroyDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a domain
         * @description Pauses nest: it takes as many unpauses before the domain runs again.
         */
        post: operations["pauseDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/unpause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unpause a domain
         * @description Takes one pause back.
         */
        post: operations["unpauseDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/shutdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut a domain down
         * @description Its vcpus stop, one that waits for a device model when that has answered. The first reason counts.
         */
        post: operations["shutdownDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a domain
         * @description Takes a shutdown back.
         */
        post: operations["resumeDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/create_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an emulator
         * @description The caller becomes the emulator of a new ioreq server, which gets one event channel per vcpu and stays disabled. It has no page to be served through before get_ioreq_server_info (without `no_gfns`) or acquire_resource has asked for it.
         */
        post: operations["HVMOP_create_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/get_ioreq_server_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a server's pages and buffered port are
         * @description Unless `no_gfns` is set, the server gets its pages from the special gfns now, if it has none yet. What a server does not have is 0 in the answer.
         */
        post: operations["HVMOP_get_ioreq_server_info"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/map_io_range_to_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the accesses to a range to a server
         * @description Neighbouring ranges become one. Ranges of two servers may overlap: of those that are enabled and hold the whole access, the highest id gets it.
         */
        post: operations["HVMOP_map_io_range_to_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/map_mem_type_to_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim or disclaim the writes to pages of a type
         * @description With `write` the server gets every guest write to a page of type `ioreq_server`, whatever ranges there are; one server at a time. With no flag it lets go: the pages that still have the type become `ram_rw`, 256 gfns at a time, before the call returns. It need not be enabled for either.
         */
        post: operations["HVMOP_map_mem_type_to_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/map_mem_type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim or disclaim the writes to pages of a type
         * @description Short for `map_mem_type_to_ioreq_server`. With `write` the server gets every guest write to a page of type `ioreq_server`, whatever ranges there are; one server at a time. With no flag it lets go: the pages that still have the type become `ram_rw`, 256 gfns at a time, before the call returns. It need not be enabled for either.
         */
        post: operations["HVMOP_map_mem_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_ioreq_server_state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable or disable a server
         * @description Enabling takes its pages out of the guest, zeroes them and writes the port of each vcpu into its slot. Requests by range go to enabled servers only.
         */
        post: operations["HVMOP_set_ioreq_server_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_mem_type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Treat a run of guest pages in a given way
         * @description Pages reach `ioreq_server` from `ram_rw` alone, once a server has claimed that type, and go back to `ram_rw` alone; to `mmio_dm` is a one-way street. The pages before the first that refuses stay changed.
         */
        post: operations["HVMOP_set_mem_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/get_mem_type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a guest page is
         * @description Never an error for a gfn: what is not there is `mmio_dm`. A page whose writes are tracked reads as `ram_ro`, one that the last owner has disclaimed as `ram_rw` at once. A guest may ask about itself.
         */
        post: operations["HVMOP_get_mem_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/unmap_io_range_from_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a range away from a server
         * @description All of the range must be mapped. A request that is under way may still be answered.
         */
        post: operations["HVMOP_unmap_io_range_from_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/destroy_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a server away
         * @description It disclaims what it has claimed, but pages of type `ioreq_server` stay as they are: a guest write to one of them faults for ever, and nobody can claim the type, until each is set back to `ram_rw`.
         */
        post: operations["HVMOP_destroy_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_pci_intx_level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an interrupt pin of a PCI device
         * @description The pin is tied to an interrupt of the I/O APIC and, by its link, to an ISA line. Levels are not counted: what is asserted twice is low after one deassertion. `GET /domains/{domid}/irqs` shows what came of it.
         */
        post: operations["HVMOP_set_pci_intx_level"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_isa_irq_level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an interrupt line of an ISA device
         * @description It goes to the 8259s and to the I/O APIC, line 0 to pin 2. Levels are not counted: what is asserted twice is low after one deassertion.
         */
        post: operations["HVMOP_set_isa_irq_level"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_pci_link_route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Route the PCI pins of a link to an ISA line
         * @description Pin `intx` of device `device` belongs to link `(device + intx) % 4`. While the link is asserted the level moves to the new line at once.
         */
        post: operations["HVMOP_set_pci_link_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/inject_msi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message-signalled interrupt
         * @description Of the address only the destination and its mode count. A fixed interrupt that no processor takes is no error: a local APIC is disabled until the guest enables it. Vector 0 is for a pirq of a paravirtual guest, whose number the address has. `GET /domains/{domid}/irqs` lists the messages.
         */
        post: operations["HVMOP_inject_msi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/inject_trap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a vcpu take an event
         * @description What became `inject_event` in 4.9; only a vcpu that is not there has another errno. A vector whose low 16 bits are ones is no event at all.
         */
        post: operations["HVMOP_inject_trap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_param": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an HVM parameter
         * @description Most are the toolstack's; a guest may set eight of its own. Which there are, and what each may be, differs by release: see the knobs of the profile.
         */
        post: operations["HVMOP_set_param"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/get_param": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an HVM parameter
         * @description One that was never set is 0, but HPET_ENABLED and TRIPLE_FAULT_REASON, which are 1. Up to 4.11 reading IOREQ_PFN, BUFIOREQ_PFN or BUFIOREQ_EVTCHN creates the default ioreq server, which gets what no other answers for; in 4.9 until the domain is first unpaused.
         */
        post: operations["HVMOP_get_param"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/set_evtchn_upcall_vector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told of event channels by a vector of a vcpu's own
         * @description The guest asks it of Xen about itself: events come out of the local APIC of the vcpu then, and have to be ended there.
         */
        post: operations["HVMOP_set_evtchn_upcall_vector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/flush_tlbs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Flush the TLBs of all vcpus
         * @description The guest asks it of Xen about itself. Ours keep no translation that could be stale.
         */
        post: operations["HVMOP_flush_tlbs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/pagetable_dying": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a page table will not be used again
         * @description For guests with shadow paging, whose shadows Xen drops then.
         */
        post: operations["HVMOP_pagetable_dying"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/get_time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What time it is on the host
         * @description By the virtual clock of the host, which stands still unless it is moved; about no domain.
         */
        post: operations["HVMOP_get_time"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/xentrace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a record into Xen's trace buffers
         * @description Which nobody reads here: the record is checked and dropped.
         */
        post: operations["HVMOP_xentrace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/guest_request_vm_event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an event to whoever monitors the domain
         * @description About the domain that calls. Where nobody monitors such requests it does nothing, and says so by nothing; `PUT …/monitor` with `guest_requests` does.
         */
        post: operations["HVMOP_guest_request_vm_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/altp2m": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work with alternative views of guest memory
         * @description Xen has them switched off unless it was booted with `altp2m`; then it refuses before it looks at anything.
         */
        post: operations["HVMOP_altp2m"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/track_dirty_vram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which pages of a video memory have been written since the last call
         * @description There is one such range a domain. A call for another one, or with another `nr`, tracks that from now on and answers that all of it is dirty; `nr` 0 ends it. Clean pages are write-protected, and `get_mem_type` calls them `ram_ro`. A page that is not `ram_rw`, as one that an ioreq server has claimed, is never dirty.
         */
        post: operations["HVMOP_track_dirty_vram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvmop/modified_memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the device model has written guest memory
         * @description The pages are then dirty in the bitmap of log-dirty mode; without that mode, nothing is even looked at. Extents are done from the last to the first, and stay done if one before them is refused. Holes are passed over.
         */
        post: operations["HVMOP_modified_memory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/create_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an emulator
         * @description The caller becomes the emulator of a new ioreq server, which gets one event channel per vcpu and stays disabled. It has no page to be served through before get_ioreq_server_info (without `no_gfns`) or acquire_resource has asked for it.
         */
        post: operations["DMOP_create_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/get_ioreq_server_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a server's pages and buffered port are
         * @description Unless `no_gfns` is set, the server gets its pages from the special gfns now, if it has none yet. What a server does not have is 0 in the answer.
         */
        post: operations["DMOP_get_ioreq_server_info"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/map_io_range_to_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the accesses to a range to a server
         * @description Neighbouring ranges become one. Ranges of two servers may overlap: of those that are enabled and hold the whole access, the highest id gets it.
         */
        post: operations["DMOP_map_io_range_to_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/map_mem_type_to_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim or disclaim the writes to pages of a type
         * @description With `write` the server gets every guest write to a page of type `ioreq_server`, whatever ranges there are; one server at a time. With no flag it lets go: the pages that still have the type become `ram_rw`, 256 gfns at a time, before the call returns. It need not be enabled for either.
         */
        post: operations["DMOP_map_mem_type_to_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/map_mem_type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim or disclaim the writes to pages of a type
         * @description Short for `map_mem_type_to_ioreq_server`. With `write` the server gets every guest write to a page of type `ioreq_server`, whatever ranges there are; one server at a time. With no flag it lets go: the pages that still have the type become `ram_rw`, 256 gfns at a time, before the call returns. It need not be enabled for either.
         */
        post: operations["DMOP_map_mem_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/set_ioreq_server_state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable or disable a server
         * @description Enabling takes its pages out of the guest, zeroes them and writes the port of each vcpu into its slot. Requests by range go to enabled servers only.
         */
        post: operations["DMOP_set_ioreq_server_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/set_mem_type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Treat a run of guest pages in a given way
         * @description Pages reach `ioreq_server` from `ram_rw` alone, once a server has claimed that type, and go back to `ram_rw` alone; to `mmio_dm` is a one-way street. The pages before the first that refuses stay changed.
         */
        post: operations["DMOP_set_mem_type"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/unmap_io_range_from_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a range away from a server
         * @description All of the range must be mapped. A request that is under way may still be answered.
         */
        post: operations["DMOP_unmap_io_range_from_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/destroy_ioreq_server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a server away
         * @description It disclaims what it has claimed, but pages of type `ioreq_server` stay as they are: a guest write to one of them faults for ever, and nobody can claim the type, until each is set back to `ram_rw`.
         */
        post: operations["DMOP_destroy_ioreq_server"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/set_pci_intx_level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an interrupt pin of a PCI device
         * @description The pin is tied to an interrupt of the I/O APIC and, by its link, to an ISA line. Levels are not counted: what is asserted twice is low after one deassertion. `GET /domains/{domid}/irqs` shows what came of it.
         */
        post: operations["DMOP_set_pci_intx_level"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/set_isa_irq_level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an interrupt line of an ISA device
         * @description It goes to the 8259s and to the I/O APIC, line 0 to pin 2. Levels are not counted: what is asserted twice is low after one deassertion.
         */
        post: operations["DMOP_set_isa_irq_level"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/set_pci_link_route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Route the PCI pins of a link to an ISA line
         * @description Pin `intx` of device `device` belongs to link `(device + intx) % 4`. While the link is asserted the level moves to the new line at once.
         */
        post: operations["DMOP_set_pci_link_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/inject_msi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message-signalled interrupt
         * @description Of the address only the destination and its mode count. A fixed interrupt that no processor takes is no error: a local APIC is disabled until the guest enables it. Vector 0 is for a pirq of a paravirtual guest, whose number the address has. `GET /domains/{domid}/irqs` lists the messages.
         */
        post: operations["DMOP_inject_msi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/inject_event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a vcpu take an event
         * @description The event waits until the vcpu runs next, which a guest access does, and behind the answer to a request that the vcpu waits for. What it is is not looked at before: what the processor refuses to inject crashes the domain then. It wakes nobody.
         */
        post: operations["DMOP_inject_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/set_irq_level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a shared peripheral interrupt, on Arm
         * @description On x86 there is no such operation, and its arguments are not looked at.
         */
        post: operations["DMOP_set_irq_level"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/pin_memory_cacheattr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fix the memory type of a range of pages
         * @description What the guest says by its MTRRs and its PAT does not count there. The range need not be mapped; the same range may be given another type. EPT entries show a pinned type in a domain that may flush caches only.
         */
        post: operations["DMOP_pin_memory_cacheattr"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/nr_vcpus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many vcpus the domain can have
         * @description So many slots of the synchronous page are in use.
         */
        post: operations["DMOP_nr_vcpus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/remote_shutdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the domain
         * @description Never refused: of the reason the low 8 bits are kept, whatever they mean. The first reason counts, later calls do nothing. Vcpus that wait for a device model stop when it has answered, at a crash at once.
         */
        post: operations["DMOP_remote_shutdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/track_dirty_vram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which pages of a video memory have been written since the last call
         * @description There is one such range a domain. A call for another one, or with another `nr`, tracks that from now on and answers that all of it is dirty; `nr` 0 ends it. Clean pages are write-protected, and `get_mem_type` calls them `ram_ro`. A page that is not `ram_rw`, as one that an ioreq server has claimed, is never dirty.
         */
        post: operations["DMOP_track_dirty_vram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/modified_memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the device model has written guest memory
         * @description The pages are then dirty in the bitmap of log-dirty mode; without that mode, nothing is even looked at. Extents are done from the last to the first, and stay done if one before them is refused. Holes are passed over.
         */
        post: operations["DMOP_modified_memory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dmop/relocate_memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move guest pages to other gfns
         * @description As a device model does with the memory of a BAR. The pages come out as `ram_rw` and leave holes; what was at their new place is freed. Of `size` only the low 16 bits count: where it has more, the answer is what the struct says then. The pages before the first that refuses stay moved.
         */
        post: operations["DMOP_relocate_memory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/acquire_resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acquire a server's pages, or a grant table, as a resource
         * @description Xen allocates a server's pages, and they are never the guest's: frame 0 is the buffered ring, frame 1 the synchronous slots. Of `grant_table` id 0 is the shared table, id 1 the status frames. Without room for frames (`frame_list` false) the answer tells how many there are. `…/mappings` holds on to what is acquired.
         */
        post: operations["XENMEM_acquire_resource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/populate_physmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a domain RAM
         * @description It is `ram_rw`, in place of whatever was there, whose frames stay allocated. With `populate_on_demand` holes are only marked. It never fails: `done` says how many extents were done before the first for which there was no memory, or for which the domain may have no more.
         */
        post: operations["XENMEM_populate_physmap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/increase_reservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a domain frames that it sees nowhere
         * @description Of use to PV domains; an HVM domain cannot even learn which they are. It never fails: `done` says how many extents were done.
         */
        post: operations["XENMEM_increase_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/decrease_reservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give RAM back
         * @description The pages become holes. It never fails: `done` says how many extents were done before the first page that was not there, or none where an extent is larger than the caller may have it.
         */
        post: operations["XENMEM_decrease_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/current_reservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many pages a domain has
         * @description Those that it sees nowhere, and those in its populate-on-demand cache, among them.
         */
        post: operations["XENMEM_current_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/maximum_reservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many pages a domain may have
         * @description As `domctl/max_mem` has set it; when a domain is created, a little more than it has.
         */
        post: operations["XENMEM_maximum_reservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/maximum_gpfn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The highest gfn that a domain has ever had
         * @description It never gets lower.
         */
        post: operations["XENMEM_maximum_gpfn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/set_pod_target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how much memory a domain is to have that is populated on demand
         * @description The cache from which it is populated grows accordingly, at most by what is marked; it never shrinks by this.
         */
        post: operations["XENMEM_set_pod_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/get_pod_target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How populating on demand stands
         * @description How much the domain has, how much of it in the cache, and how much is marked.
         */
        post: operations["XENMEM_get_pod_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/add_to_physmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a frame at a gfn
         * @description The frame is nowhere else from then on, and is `ram_rw`. A page that was there is freed; a frame of Xen’s is only unhooked. A page that moves leaves a hole.
         */
        post: operations["XENMEM_add_to_physmap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/add_to_physmap_batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put many frames at gfns
         * @description Each as `add_to_physmap` would; what becomes of one does not concern the others.
         */
        post: operations["XENMEM_add_to_physmap_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/remove_from_physmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a page out of the map
         * @description It leaves a hole; the frame stays the domain's, and counts as such.
         */
        post: operations["XENMEM_remove_from_physmap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/memory/access_op": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restrict what the guest may do to its pages, for a monitor's sake
         * @description What the guest tries against it is told to the monitor: see `/domains/{domid}/monitor`. A page of ~0 stands for the default of pages to come. A type forbids what it forbids all the same.
         */
        post: operations["XENMEM_access_op"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/createdomain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a domain by its configuration alone
         * @description It has neither vcpus nor memory: `max_vcpus`, `max_mem` and `populate_physmap` give it some. The domid in the path is the one that is wanted; 0 and those that are reserved stand for the next free one, in 4.22 0x7ff5 alone does. `POST /domains` does the rest of a toolstack’s work as well.
         */
        post: operations["DOMCTL_createdomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/destroydomain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Destroy a domain
         * @description Its servers, ports and memory go. While others have pages of it mapped (`…/mappings`) it stays, dying, and may be destroyed again, to no effect; then it is gone.
         */
        post: operations["DOMCTL_destroydomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/pausedomain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a domain
         * @description Pauses nest: it takes as many unpauses before the domain runs again.
         */
        post: operations["DOMCTL_pausedomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/unpausedomain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unpause a domain
         * @description Takes one pause of the toolstack back.
         */
        post: operations["DOMCTL_unpausedomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/resumedomain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a domain
         * @description Takes a shutdown back; nothing becomes of one that runs.
         */
        post: operations["DOMCTL_resumedomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/getdomaininfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A domain as a toolstack sees it
         * @description In `flags`: dying 1, hvm 2, shutdown 4, paused 8, hap 0x100, and from bit 16 on why it has shut down, or 0xffff.
         */
        post: operations["DOMCTL_getdomaininfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/max_mem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how much memory a domain may have
         * @description Less than it has is fine: then it gets no more, not even in place of a page that it has.
         */
        post: operations["DOMCTL_max_mem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/max_vcpus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the vcpus of a domain
         * @description Only the number that it was created with is taken. They come with the domain here, unless it was made by `createdomain`.
         */
        post: operations["DOMCTL_max_vcpus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/set_target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a domain the device model of another
         * @description From now on it has the rights of a device model over its target, and for good.
         */
        post: operations["DOMCTL_set_target"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/sethvmcontext": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load the state of a domain’s vcpus
         * @description Those that the stream has a CPU record of can run from then on, every other is down. The states themselves come with each guest access.
         */
        post: operations["DOMCTL_sethvmcontext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/shadow_op": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Track which guest pages are written
         * @description While log-dirty mode is on, RAM is write-protected until its first write; that page is then in the bitmap. `clean` reads the bitmap, clears it and write-protects all of RAM anew, `peek` only reads it.
         */
        post: operations["DOMCTL_shadow_op"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/iomem_permission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which frames of devices a domain may have mapped
         * @description Nothing is mapped by it. A domain that may have any has the memory types that its guest and its device model ask for, instead of write-back throughout; one that may have none any more keeps those of what is mapped.
         */
        post: operations["DOMCTL_iomem_permission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/domctl/memory_mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Map a device's frames into a domain, or take them out
         * @description The guest then comes at them without an exit: a BAR that is passed through, or the aperture of a GPU. One call makes 64 mappings at most, of 4 KiB or 2 MiB; Xen returns 0 once all are done, and else how many. Here no device is behind them, but memory that keeps what is written.
         */
        post: operations["DOMCTL_memory_mapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/alloc_unbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a port for another domain to bind
         * @description Whether the other domain exists is not asked.
         */
        post: operations["EVTCHNOP_alloc_unbound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/bind_interdomain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind a port to another domain's
         * @description A device model binds the `vp_eport` of each vcpu from the page that it shares. The new port is pending at once, for what may have been lost before.
         */
        post: operations["EVTCHNOP_bind_interdomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/bind_vcpu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which vcpu is told of a port
         * @description Vcpu 0, unless this says otherwise.
         */
        post: operations["EVTCHNOP_bind_vcpu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notify the other end of a port
         * @description So a device model tells that it has answered: the vcpu looks at its slot. Where nobody has bound the other end the event is lost.
         */
        post: operations["EVTCHNOP_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the events of a port through again
         * @description One that came while the port was masked is raised now.
         */
        post: operations["EVTCHNOP_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a port stands
         * @description `pending` and `masked` are ours: a guest reads them in its shared info page.
         */
        post: operations["EVTCHNOP_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a port
         * @description The other end goes back to unbound and may be bound again by the same domain.
         */
        post: operations["EVTCHNOP_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close every port of a domain
         * @description Xen's own stay. Another domain than the caller's must be paused.
         */
        post: operations["EVTCHNOP_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/init_control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn to event arrays
         * @description Of a vcpu: where its control block lies. The first one turns the whole domain.
         */
        post: operations["EVTCHNOP_init_control"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/expand_array": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a page to the event array
         * @description Of a domain that has turned to event arrays.
         */
        post: operations["EVTCHNOP_expand_array"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/set_priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how urgent a port is
         * @description Of a domain that has turned to event arrays. Nothing here asks for it.
         */
        post: operations["EVTCHNOP_set_priority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/dm_op": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a DMOP by its buffers
         * @description As HYPERVISOR_dm_op takes them, little endian: `u32 nr_bufs`, then for each buffer `u32 size` and its bytes; size 0xffffffff stands for a bad pointer and has no bytes. The first buffer is `struct xen_dm_op`: `u32 op`, `u32 pad`, and from byte 8 the operation's own struct, where `x-c-layout` of each DMOP says where its members lie; the second has the extents of modified_memory or the bitmap of track_dirty_vram. The answer is `i32 rc` and the buffers as Xen would have left them; what Xen refuses is a negative rc, with status 200. The domain's profile says which Xen answers: before 4.9 there is no dm_op, ENOSYS. A call that `Xen-Preempt-After` has stopped returns -85 and has written where it goes on into its struct, as Xen does before it starts a call anew: the same buffers sent again go on.
         *
         *     A batch (`application/vnd.fakexen.dm-op-batch`) is `u32 count`, then each call, prefixed by `u16 domid, u16 0`; the domain in the path does not count. The answer is the same, with `i32 rc` in place of each prefix.
         */
        post: operations["dmOp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/hvm_op/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call an HVMOP by its struct
         * @description As HYPERVISOR_hvm_op takes it, little endian and in the form of `…/dm_op`: `u32 nr_bufs`, then for each buffer `u32 size` and its bytes; size 0xffffffff stands for a bad pointer. The first buffer is the struct that the argument points at, none a null pointer; a second one is what the struct's own pointer points at: the bitmap of track_dirty_vram. The domain that the struct names counts; that in the path says which Xen answers, and is the caller of what a domain does about itself. The answer is `i32 rc` and the buffers as Xen would have left them, with status 200. From 4.9 on, what has become a DMOP is ENOSYS. Of a call that `Xen-Preempt-After` has stopped, -85, the header `Xen-Continuation` has the number that goes on: Xen keeps there how far it is, above the low 8 bits.
         */
        post: operations["hvmOp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/multicall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make many calls at once
         * @description Of any hypercall on any domain of the host. Like that of Xen it does not stop at an error, and is always 200 itself.
         */
        post: operations["multicall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/guest-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the guest access its memory
         * @description The access walks the real EPT entries and takes the EPT violation or misconfiguration that a CPU would. What befalls the guest is an answer, not an error. If a device model has to answer first, the call waits for it, 30 seconds unless `Prefer` says otherwise; then it answers 202 and the access goes on by itself. An `insn` executes `bytes`, x86-64 machine code, from `regs` on, and answers the registers after it.
         */
        post: operations["accessGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/guest-access/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a guest access stands
         * @description As far as it is; with `Prefer: wait=N` the call waits for its end first.
         */
        get: operations["getGuestAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/vcpus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the vcpus of a domain do
         * @description Of each whether it can run, and if not why.
         */
        get: operations["listVcpus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/vcpus/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a vcpu does
         * @description Whether it can run and if not why: paused, shut down, or waiting for the answer of a device model to `request`; the guest access that it is in; the event and the interrupts that it will take when it runs.
         */
        get: operations["getVcpu"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ioreq servers of a domain
         * @description In the order in which Xen asks them whose range an access is: the highest id first; before 4.11 the newest.
         */
        get: operations["listIoreqServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-servers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ioreq server
         * @description Its ranges, state, owner, pages and ports, and whose requests it has not answered.
         */
        get: operations["getIoreqServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-server-select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who gets this access?
         * @description What a guest access to an address would meet: the page, a device that Xen emulates, the owner of the type `ioreq_server`, a server by its ranges, or nobody, and why. It is the choice that accesses make; asking changes nothing.
         */
        get: operations["selectIoreqServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/evtchn/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the next events of a domain
         * @description Not an operation of Xen's, but what /dev/xen/evtchn does: every port that is pending and not masked is cleared, masked and named. `unmask` it before it is to be heard of again. Domain 0 is dom0.
         */
        post: operations["takePendingEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-servers/{id}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a server's requests and take its next ones
         * @description Answers are given first, then what is pending is handed out, if need be after waiting for it. A request is handed out again, with `delivery` counted up, until it is answered: a client that goes away leaves it to the next. Nothing comes from a server that has no page.
         */
        post: operations["exchangeIoreqs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-servers/{id}/responder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who answers by itself
         * @description The auto-responder of the server, if it has one.
         */
        get: operations["getResponder"];
        /**
         * Let a server's requests be answered by themselves
         * @description Also those that are pending already. It takes the place of the one that the server has.
         */
        put: operations["attachResponder"];
        post?: never;
        /**
         * Take an auto-responder off
         * @description From now on requests wait for a device model again.
         */
        delete: operations["detachResponder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/monitor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether somebody watches a domain
         * @description And how much he has not heard yet.
         */
        get: operations["getMonitor"];
        /**
         * Watch a domain
         * @description From now on `memory/access_op` may restrict its pages, and what the guest does against that is told here; with `guest_requests` also what it asks for by `guest_request_vm_event`. On a real Xen it is domctl vm_event_op and monitor_op, and a ring.
         */
        put: operations["enableMonitor"];
        post?: never;
        /**
         * Watch a domain no longer
         * @description Vcpus that wait for an answer go on. Restrictions stay, and each is lifted when the guest meets it.
         */
        delete: operations["disableMonitor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/monitor/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let vcpus go on and hear what happens next
         * @description A vcpu that is resumed tries its access again: unless the restriction was changed meanwhile, it meets it again. Each event is told once.
         */
        post: operations["exchangeMonitorEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-servers/{id}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a server's shared page
         * @description `ioreq`: a slot of 32 bytes for each vcpu (`ioreq_t`); `bufioreq`: two pointers and 511 slots of 8 bytes.
         */
        get: operations["readIoreqPage"];
        /**
         * Write a server's shared page
         * @description What is written is looked at when the event channel of its vcpu is notified (`evtchn/send`). Write only what you change: Xen writes to the other slots meanwhile.
         */
        put: operations["writeIoreqPage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What others have mapped of a domain's pages
         * @description Each mapping holds a reference to its frames.
         */
        get: operations["listMappings"];
        put?: never;
        /**
         * Map a domain's pages
         * @description RAM by its gfns, as a foreign mapping, or a page of an ioreq server as a resource, which is acquired with it. The caller holds the frames: they stay what they are when the domain gives them back or the server is destroyed, and a domain that is destroyed meanwhile stays, dying, until the last is let go of.
         */
        post: operations["mapForeign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is mapped
         * @description Every byte of its pages.
         */
        get: operations["readMapping"];
        /**
         * Write to what is mapped
         * @description Past whatever the guest may do to its pages; nothing is logged as dirty.
         */
        put: operations["writeMapping"];
        post?: never;
        /**
         * Let go of what is mapped
         * @description A dying domain of which nothing else is held is gone then.
         */
        delete: operations["unmapForeign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a guest's memory
         * @description As a foreign mapping sees it, whatever the guest itself may do to the pages.
         */
        get: operations["readRam"];
        /**
         * Write a guest's memory
         * @description Through a foreign mapping: all of the bytes, or none if there is no RAM somewhere.
         */
        put: operations["writeRam"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/p2m": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The types of a run of guest pages
         * @description Run by run, holes as `mmio_dm`. Types are those that Xen would answer now, whatever the entries still hold.
         */
        get: operations["listP2m"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/p2m/{gfn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one guest page is
         * @description Type, access, machine frame and the size of the mapping around it.
         */
        get: operations["getP2mEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ept/{gfn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The CPU's walk to a guest page
         * @description Level by level: each entry with its 64 bits and what they say, and what a read would meet.
         */
        get: operations["getEptWalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ept-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The map of a guest at a glance
         * @description Cells of `2^order` gfns, from one page to all that there is. Types are those that Xen would answer now; the marks tell what the entries still hold. While a large map is walked the guest goes on: each table is as it was when it was looked at.
         */
        get: operations["getEptMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/irqs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The interrupts of a domain
         * @description Levels of pins and lines, routes, what the 8259s and the I/O APIC hold, and the messages that were injected. What each local APIC holds is told with its vcpu.
         */
        get: operations["getIrqs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which hypercalls are emulated
         * @description Every operation that Xen has, by interface and number, and how much of it is here in each profile.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/xenstore/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a node of xenstore
         * @description What a toolstack writes for domains that are created with `toolstack`, and what device models and others write over the socket of xenstored. `/xenstore/` is the root.
         */
        get: operations["readXenstore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which Xens can be emulated
         * @description Each profile with the value of every knob, and what each knob decides. A domain may turn single knobs.
         */
        get: operations["getProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/explore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run every interleaving of a few actors
         * @description The world is made for this request alone, and the live host is not touched. `domain` is as in `POST /domains`, `op` and `args` as in the path and body of that hypercall, `guest` as in a guest access. Each interleaving of the actors' schedule points is run from there, save those that could not differ from others. With `Accept: application/x-ndjson` outcomes and progress come line by line as they are found, and the answer last.
         */
        post: operations["explore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/explore/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one schedule step by step
         * @description The world is made for this request alone, and the live host is not touched. `domain` is as in `POST /domains`, `op` and `args` as in the path and body of that hypercall, `guest` as in a guest access. The answer tells what each move did: the trace of the guest access, and the state where it changed.
         */
        post: operations["replaySchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has happened on the host
         * @description Hypercalls, exits, requests to device models and their answers, ports, domains, types: the latest of it, one record each, with the names that xentrace and QEMU have for it. A hypercall comes after what it did.
         */
        get: operations["readJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether what happened is what was expected
         * @description Each expectation says how often some record is there, that it is not, or in which order several are. Where one fails, the answer has the records that come closest, and the fields in which they differ. What is proved by the absence of records fails where some are not kept any more.
         */
        post: operations["verifyJournal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch what happens on the host
         * @description Server-sent events: each record of the journal as it is made, its kind as the name of the event, its number as the id. With `Last-Event-ID` or `after` it begins with what has come since; without, from now on. `gap` says that records are missing, because they are not kept any more or the host was reset: `after`, `next`, `dropped`. `end` says why there will be no more.
         */
        get: operations["watchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the host is to fail
         * @description Every rule, with how many calls it was about and how often it has struck.
         */
        get: operations["listFaults"];
        put?: never;
        /**
         * Have the host fail in some way
         * @description Of the rules that are about a call, the first that strikes has its effect; it holds for calls by JSON, by buffers and in a multicall alike. An `errno` strikes only calls that can answer it, `after_batches` only those that can give way. `silence_ms` is of `exchange`, and strikes requests, on the WebSocket too: each as it would be delivered first. Shared pages are memory, and do not fail.
         */
        post: operations["addFault"];
        /**
         * Have the host fail no more
         * @description Every rule is gone; requests that were held back are delivered.
         */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a rule is
         * @description How many calls it was about, and how often it has struck.
         */
        get: operations["getFault"];
        put?: never;
        post?: never;
        /**
         * Take a rule away
         * @description Requests that it held back are delivered.
         */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What time it is on the host
         * @description By the virtual clock, which `get_time`, the guest's real-time clock and its ACPI timer go by. Waits of HTTP requests do not.
         */
        get: operations["getClock"];
        /**
         * Freeze the clock of the host, let it run, or move it on
         * @description It begins frozen, at 0, so that the same calls see the same times. It never runs back.
         */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One host
         * @description What it may have, and how much it has. Looking at it so does not count as using it.
         */
        get: operations["getHost"];
        /**
         * Make a host
         * @description All routes of a host serve it under `/hosts/{host}/`. It has domains, a journal, faults, a clock and limits of its own. One of that name that is there makes place for it: who waits on that is answered `host-gone`.
         */
        put: operations["putHost"];
        post?: never;
        /**
         * Delete a host
         * @description Calls under way come to their end before this answers; requests that wait end with `host-gone`.
         */
        delete: operations["deleteHost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hosts of the process
         * @description The default one, which is served at `/` as well, among them.
         */
        get: operations["listHosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hosts/{host}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load a host from its file
         * @description With `--state-dir` hosts outlive the process that serves them: one that this process has not loaded is answered `host-not-loaded`, with this as its `restore`. One that is loaded stays as it is.
         */
        post: operations["loadHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the host begin anew
         * @description Back to its seed, or empty. Requests that come from now on find the new world; calls under way come to their end on the old one, before this answers; requests that wait on it end with `host-reset`, WebSockets with 1001. A `seed` in the body is what the host goes back to from now on.
         */
        post: operations["resetHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Write the host down
         * @description All of it: domains, EPT entries, machine frames and what is in them, requests that device models have, guest accesses on their way, counters and the clock. The same state gives the same bytes. It waits until no call is under way. In JSON bytes are base64, zeros at the end of a page left away; with `Accept: application/vnd.fakexen.snapshot` they follow the document as they are.
         */
        get: operations["getSnapshot"];
        /**
         * Make the host what a snapshot says
         * @description Or what a seed says, a list of domains. At once: calls under way come to their end on the world before, and the answer comes after them. A device model that asks again is handed out its requests once more.
         */
        put: operations["putSnapshot"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The snapshots that are kept
         * @description In memory, for as long as the host is there; a reset leaves them.
         */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A snapshot that is kept
         * @description In bytes.
         */
        get: operations["getKeptSnapshot"];
        /**
         * Write the host down, and keep that by name
         * @description In place of one of that name.
         */
        put: operations["keepSnapshot"];
        post?: never;
        /**
         * Keep a snapshot no longer
         * @description The host stays as it is.
         */
        delete: operations["forgetSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the host what a kept snapshot says
         * @description As `PUT /snapshot` does.
         */
        post: operations["restoreSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domid}/ioreq-servers/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Serve a server's requests over a WebSocket
         * @description Subprotocol `fakexen.ioreq.v1` (JSON, also if none is asked for): what `exchange` answers comes as requests come, and `{ "completions": […] }` goes back. Subprotocol `fakexen.ioreq.bin.v1`: records of u32 vcpu, u32 seq and the 32 bytes of `ioreq_t`, little endian, both ways. A request goes to one connection at a time; when that closes, to the next.
         */
        get: operations["streamIoreqs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a request was refused. */
        Problem: {
            /** @description `urn:xen:errno:…` of what Xen refuses, `urn:fakexen:…` of what we do. */
            type: string;
            /** @description The same for all of its type. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What exactly, with the values in it. */
            detail?: string;
            /** @description The request, by its id. */
            instance?: string;
            /** @description Xen's name of the error. */
            errno?: string;
            /** @description What the hypercall returned. */
            rc?: number;
            /** @description Where to post to, to have what is not there. */
            restore?: string;
            /** @description Each field that does not fit its schema. */
            errors?: {
                /** @description The field, by JSON pointer. */
                pointer: string;
                /** @description What is wrong with it. */
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            /** @description It is being seeded, or it is ending. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "not_ready"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "not_ready";
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example fakexen_hypercalls_total{op="dmop/set_mem_type",errno="0"} 12 */
                    "text/plain": string;
                };
            };
        };
    };
    listDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domains. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domains": [
                     *         {
                     *           "domid": 1,
                     *           "name": "xengt-guest",
                     *           "type": "hvm",
                     *           "hap": true,
                     *           "vcpus": 1,
                     *           "emulation": "full",
                     *           "profile": "4.17",
                     *           "knobs": {},
                     *           "pages": 16368,
                     *           "max_mapped_gfn": "0xfefff",
                     *           "entry_count": 0,
                     *           "pause_count": 0,
                     *           "controller_pause_count": 0,
                     *           "ioreq_servers": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description By domid; dom0 is not among them. */
                        domains: {
                            /** @description Its id. */
                            domid: number;
                            /** @description For people. */
                            name?: string;
                            /**
                             * @description What sort of guest.
                             * @enum {string}
                             */
                            type: "hvm" | "pvh" | "pv";
                            /** @description Hardware-assisted paging. */
                            hap: boolean;
                            /** @description How many. */
                            vcpus: number;
                            /**
                             * @description What Xen emulates for it.
                             * @enum {string}
                             */
                            emulation: "full" | "lapic";
                            /** @description Which Xen it runs on. */
                            profile: string;
                            /** @description What it was told to do otherwise than its profile. */
                            knobs: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Its frames are kept in a file that a device model can map. */
                            shared_memory?: boolean;
                            /** @description The domain whose device model it is. */
                            target?: number;
                            /** @description Machine frames that it owns. */
                            pages: number;
                            /** @description The highest gfn that was ever mapped. */
                            max_mapped_gfn?: string;
                            /** @description Entries of type `ioreq_server`, as Xen counts them. */
                            entry_count?: number;
                            /** @description Pauses of all kinds. */
                            pause_count: number;
                            /** @description Of these, the toolstack's. */
                            controller_pause_count: number;
                            shutdown?: {
                                /** @description The number given. */
                                reason: number;
                                /** @description What it means. */
                                name?: string;
                                /** @description No vcpu runs any more. */
                                complete: boolean;
                            };
                            /** @description In the order in which they are asked. */
                            ioreq_servers: number[];
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "guest",
                 *       "vcpus": 1,
                 *       "memory_mib": 16
                 *     }
                 */
                "application/json": {
                    /** @description For people. */
                    name?: string;
                    /** @description Which domid; the next free one, if not said. */
                    domid?: number;
                    /**
                     * @description What sort of guest.
                     * @default hvm
                     * @enum {string}
                     */
                    type?: "hvm" | "pvh" | "pv";
                    /** @description Hardware-assisted paging; a PV domain has none. */
                    hap?: boolean;
                    /**
                     * @description How many.
                     * @default 1
                     */
                    vcpus?: number;
                    /** @description RAM from gfn 0 on, around the hole below 4 GiB; 64 if not said. */
                    memory_mib?: number;
                    /** @description RAM exactly so, instead of `memory_mib`. */
                    memory?: {
                        /** @description Its first page. */
                        first_gfn: string | number;
                        /** @description How many pages of 4 KiB. */
                        nr: number;
                        /**
                         * @description Size of every mapping: 4 KiB, 2 MiB, 1 GiB; the largest that fit, if not said.
                         * @enum {integer}
                         */
                        order?: 0 | 9 | 18;
                    }[];
                    /**
                     * @description Set gfns aside for ioreq pages and leave the VGA window a hole, as a toolstack does.
                     * @default true
                     */
                    special_pages?: boolean;
                    /** @description HVM parameters. */
                    params?: {
                        [key: string]: string | number;
                    };
                    /**
                     * @description A whole PC or the local APIC alone.
                     * @enum {string}
                     */
                    emulation?: "full" | "lapic";
                    /** @description The largest grant table that it may have; 64 if not said. */
                    max_grant_frames?: number;
                    /** @description Keep its frames and ioreq pages in a file that a device model can map; see `--shm-dir`. */
                    shared_memory?: boolean;
                    /** @description Build it as libxl does, with the ports, parameters and xenstore entries that a device model such as QEMU looks for; its memory is shared where the host has a place for it. */
                    toolstack?: boolean;
                    /** @description The domain whose device model this one is. */
                    target?: number;
                    /**
                     * @description Which Xen it runs on.
                     * @enum {string}
                     */
                    profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    /** @description Single differences from the profile: see /profiles. */
                    knobs?: {
                        [key: string]: string | number | boolean;
                    };
                    /**
                     * @description Leave it paused once, as Xen creates domains.
                     * @default false
                     */
                    paused?: boolean;
                };
            };
        };
        responses: {
            /** @description The new domain. */
            201: {
                headers: {
                    /** @description Where it is from now on. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domid": 1,
                     *       "name": "xengt-guest",
                     *       "type": "hvm",
                     *       "hap": true,
                     *       "vcpus": 1,
                     *       "emulation": "full",
                     *       "profile": "4.17",
                     *       "knobs": {},
                     *       "pages": 16368,
                     *       "max_mapped_gfn": "0xfefff",
                     *       "entry_count": 0,
                     *       "pause_count": 0,
                     *       "controller_pause_count": 0,
                     *       "ioreq_servers": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        domid: number;
                        /** @description For people. */
                        name?: string;
                        /**
                         * @description What sort of guest.
                         * @enum {string}
                         */
                        type: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging. */
                        hap: boolean;
                        /** @description How many. */
                        vcpus: number;
                        /**
                         * @description What Xen emulates for it.
                         * @enum {string}
                         */
                        emulation: "full" | "lapic";
                        /** @description Which Xen it runs on. */
                        profile: string;
                        /** @description What it was told to do otherwise than its profile. */
                        knobs: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Its frames are kept in a file that a device model can map. */
                        shared_memory?: boolean;
                        /** @description The domain whose device model it is. */
                        target?: number;
                        /** @description Machine frames that it owns. */
                        pages: number;
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn?: string;
                        /** @description Entries of type `ioreq_server`, as Xen counts them. */
                        entry_count?: number;
                        /** @description Pauses of all kinds. */
                        pause_count: number;
                        /** @description Of these, the toolstack's. */
                        controller_pause_count: number;
                        shutdown?: {
                            /** @description The number given. */
                            reason: number;
                            /** @description What it means. */
                            name?: string;
                            /** @description No vcpu runs any more. */
                            complete: boolean;
                        };
                        /** @description In the order in which they are asked. */
                        ioreq_servers: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EEXIST`: The domid is in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: A number is out of bounds, a profile or knob is not known, or extents do not fit their order.
             *
             *     `ENODEV`: A parameter is of a whole PC, which `emulation` does not ask for.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The profile has no shadow paging, which a domain without HAP needs. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOMEM`: The machine has no frames left, or no domid.
             *
             *     `too-many-domains`: The host has as many domains as it may (`max-domains`).
             */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domid": 1,
                     *       "name": "xengt-guest",
                     *       "type": "hvm",
                     *       "hap": true,
                     *       "vcpus": 1,
                     *       "emulation": "full",
                     *       "profile": "4.17",
                     *       "knobs": {},
                     *       "pages": 16368,
                     *       "max_mapped_gfn": "0xfefff",
                     *       "entry_count": 0,
                     *       "pause_count": 0,
                     *       "controller_pause_count": 0,
                     *       "ioreq_servers": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        domid: number;
                        /** @description For people. */
                        name?: string;
                        /**
                         * @description What sort of guest.
                         * @enum {string}
                         */
                        type: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging. */
                        hap: boolean;
                        /** @description How many. */
                        vcpus: number;
                        /**
                         * @description What Xen emulates for it.
                         * @enum {string}
                         */
                        emulation: "full" | "lapic";
                        /** @description Which Xen it runs on. */
                        profile: string;
                        /** @description What it was told to do otherwise than its profile. */
                        knobs: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Its frames are kept in a file that a device model can map. */
                        shared_memory?: boolean;
                        /** @description The domain whose device model it is. */
                        target?: number;
                        /** @description Machine frames that it owns. */
                        pages: number;
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn?: string;
                        /** @description Entries of type `ioreq_server`, as Xen counts them. */
                        entry_count?: number;
                        /** @description Pauses of all kinds. */
                        pause_count: number;
                        /** @description Of these, the toolstack's. */
                        controller_pause_count: number;
                        shutdown?: {
                            /** @description The number given. */
                            reason: number;
                            /** @description What it means. */
                            name?: string;
                            /** @description No vcpu runs any more. */
                            complete: boolean;
                        };
                        /** @description In the order in which they are asked. */
                        ioreq_servers: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    destroyDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 2
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domid": 1,
                     *       "name": "xengt-guest",
                     *       "type": "hvm",
                     *       "hap": true,
                     *       "vcpus": 1,
                     *       "emulation": "full",
                     *       "profile": "4.17",
                     *       "knobs": {},
                     *       "pages": 16368,
                     *       "max_mapped_gfn": "0xfefff",
                     *       "entry_count": 0,
                     *       "pause_count": 0,
                     *       "controller_pause_count": 0,
                     *       "ioreq_servers": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        domid: number;
                        /** @description For people. */
                        name?: string;
                        /**
                         * @description What sort of guest.
                         * @enum {string}
                         */
                        type: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging. */
                        hap: boolean;
                        /** @description How many. */
                        vcpus: number;
                        /**
                         * @description What Xen emulates for it.
                         * @enum {string}
                         */
                        emulation: "full" | "lapic";
                        /** @description Which Xen it runs on. */
                        profile: string;
                        /** @description What it was told to do otherwise than its profile. */
                        knobs: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Its frames are kept in a file that a device model can map. */
                        shared_memory?: boolean;
                        /** @description The domain whose device model it is. */
                        target?: number;
                        /** @description Machine frames that it owns. */
                        pages: number;
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn?: string;
                        /** @description Entries of type `ioreq_server`, as Xen counts them. */
                        entry_count?: number;
                        /** @description Pauses of all kinds. */
                        pause_count: number;
                        /** @description Of these, the toolstack's. */
                        controller_pause_count: number;
                        shutdown?: {
                            /** @description The number given. */
                            reason: number;
                            /** @description What it means. */
                            name?: string;
                            /** @description No vcpu runs any more. */
                            complete: boolean;
                        };
                        /** @description In the order in which they are asked. */
                        ioreq_servers: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOVERFLOW`: Its toolstack has paused it 255 times. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpauseDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domid": 1,
                     *       "name": "xengt-guest",
                     *       "type": "hvm",
                     *       "hap": true,
                     *       "vcpus": 1,
                     *       "emulation": "full",
                     *       "profile": "4.17",
                     *       "knobs": {},
                     *       "pages": 16368,
                     *       "max_mapped_gfn": "0xfefff",
                     *       "entry_count": 0,
                     *       "pause_count": 0,
                     *       "controller_pause_count": 0,
                     *       "ioreq_servers": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        domid: number;
                        /** @description For people. */
                        name?: string;
                        /**
                         * @description What sort of guest.
                         * @enum {string}
                         */
                        type: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging. */
                        hap: boolean;
                        /** @description How many. */
                        vcpus: number;
                        /**
                         * @description What Xen emulates for it.
                         * @enum {string}
                         */
                        emulation: "full" | "lapic";
                        /** @description Which Xen it runs on. */
                        profile: string;
                        /** @description What it was told to do otherwise than its profile. */
                        knobs: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Its frames are kept in a file that a device model can map. */
                        shared_memory?: boolean;
                        /** @description The domain whose device model it is. */
                        target?: number;
                        /** @description Machine frames that it owns. */
                        pages: number;
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn?: string;
                        /** @description Entries of type `ioreq_server`, as Xen counts them. */
                        entry_count?: number;
                        /** @description Pauses of all kinds. */
                        pause_count: number;
                        /** @description Of these, the toolstack's. */
                        controller_pause_count: number;
                        shutdown?: {
                            /** @description The number given. */
                            reason: number;
                            /** @description What it means. */
                            name?: string;
                            /** @description No vcpu runs any more. */
                            complete: boolean;
                        };
                        /** @description In the order in which they are asked. */
                        ioreq_servers: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: Its toolstack has not paused it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shutdownDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "suspend"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Why.
                     * @default poweroff
                     */
                    reason?: ("poweroff" | "reboot" | "suspend" | "crash" | "watchdog" | "soft_reset") | number;
                };
            };
        };
        responses: {
            /** @description The domain as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domid": 1,
                     *       "name": "xengt-guest",
                     *       "type": "hvm",
                     *       "hap": true,
                     *       "vcpus": 1,
                     *       "emulation": "full",
                     *       "profile": "4.17",
                     *       "knobs": {},
                     *       "pages": 16368,
                     *       "max_mapped_gfn": "0xfefff",
                     *       "entry_count": 0,
                     *       "pause_count": 0,
                     *       "controller_pause_count": 0,
                     *       "ioreq_servers": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        domid: number;
                        /** @description For people. */
                        name?: string;
                        /**
                         * @description What sort of guest.
                         * @enum {string}
                         */
                        type: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging. */
                        hap: boolean;
                        /** @description How many. */
                        vcpus: number;
                        /**
                         * @description What Xen emulates for it.
                         * @enum {string}
                         */
                        emulation: "full" | "lapic";
                        /** @description Which Xen it runs on. */
                        profile: string;
                        /** @description What it was told to do otherwise than its profile. */
                        knobs: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Its frames are kept in a file that a device model can map. */
                        shared_memory?: boolean;
                        /** @description The domain whose device model it is. */
                        target?: number;
                        /** @description Machine frames that it owns. */
                        pages: number;
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn?: string;
                        /** @description Entries of type `ioreq_server`, as Xen counts them. */
                        entry_count?: number;
                        /** @description Pauses of all kinds. */
                        pause_count: number;
                        /** @description Of these, the toolstack's. */
                        controller_pause_count: number;
                        shutdown?: {
                            /** @description The number given. */
                            reason: number;
                            /** @description What it means. */
                            name?: string;
                            /** @description No vcpu runs any more. */
                            complete: boolean;
                        };
                        /** @description In the order in which they are asked. */
                        ioreq_servers: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domid": 1,
                     *       "name": "xengt-guest",
                     *       "type": "hvm",
                     *       "hap": true,
                     *       "vcpus": 1,
                     *       "emulation": "full",
                     *       "profile": "4.17",
                     *       "knobs": {},
                     *       "pages": 16368,
                     *       "max_mapped_gfn": "0xfefff",
                     *       "entry_count": 0,
                     *       "pause_count": 0,
                     *       "controller_pause_count": 0,
                     *       "ioreq_servers": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        domid: number;
                        /** @description For people. */
                        name?: string;
                        /**
                         * @description What sort of guest.
                         * @enum {string}
                         */
                        type: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging. */
                        hap: boolean;
                        /** @description How many. */
                        vcpus: number;
                        /**
                         * @description What Xen emulates for it.
                         * @enum {string}
                         */
                        emulation: "full" | "lapic";
                        /** @description Which Xen it runs on. */
                        profile: string;
                        /** @description What it was told to do otherwise than its profile. */
                        knobs: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Its frames are kept in a file that a device model can map. */
                        shared_memory?: boolean;
                        /** @description The domain whose device model it is. */
                        target?: number;
                        /** @description Machine frames that it owns. */
                        pages: number;
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn?: string;
                        /** @description Entries of type `ioreq_server`, as Xen counts them. */
                        entry_count?: number;
                        /** @description Pauses of all kinds. */
                        pause_count: number;
                        /** @description Of these, the toolstack's. */
                        controller_pause_count: number;
                        shutdown?: {
                            /** @description The number given. */
                            reason: number;
                            /** @description What it means. */
                            name?: string;
                            /** @description No vcpu runs any more. */
                            complete: boolean;
                        };
                        /** @description In the order in which they are asked. */
                        ioreq_servers: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_create_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle_bufioreq": "off"
                 *     }
                 */
                "application/json": {
                    /** @description Whether it takes buffered ioreqs, and how the ring is read. */
                    handle_bufioreq: ("off" | "legacy" | "atomic") | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "id": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description The new server: the lowest free slot. */
                        id: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. `handle_bufioreq` is above 2, or the domain is being destroyed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSPC`: The domain has 8 servers, or no event channel left.
             *
             *     `ENOMEM`: Up to Xen 4.9: no page is left for it.
             */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_get_ioreq_server_info: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "flags": 0
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /**
                     * @description `no_gfns` (1): do not map pages by gfn.
                     * @default []
                     */
                    flags?: "no_gfns"[] | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "bufioreq_port": 0,
                     *       "ioreq_pfn": "0xfeff0",
                     *       "bufioreq_pfn": "0x0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Event channel of the buffered ring. */
                        bufioreq_port: number;
                        /** @description Page of the synchronous slots. */
                        ioreq_pfn: string;
                        /** @description Page of the buffered ring. */
                        bufioreq_pfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator, or its pages were acquired as a resource. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. `flags` has an unknown bit, or the domain is being destroyed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No special gfn is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_map_io_range_to_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "pci",
                 *       "start": "0x10",
                 *       "end": "0x10"
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description What it is a range of. */
                    type: ("port" | "memory" | "pci") | number;
                    /** @description First port or guest-physical address; for PCI segment << 16 | bus << 8 | device << 3 | function. */
                    start: string | number;
                    /** @description The last one, inclusive. */
                    end: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EEXIST`: The server has part of the range already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. `start` is above `end`, or there is no such `type`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: The server has 256 separate ranges of that type. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_map_mem_type_to_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "ioreq_server",
                 *       "flags": [
                 *         "write"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description Only `ioreq_server` can be claimed. */
                    type: ("ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server") | number;
                    /** @description `write` (2) claims, 0 disclaims; Xen refuses `read` (1). */
                    flags: ("read" | "write")[] | number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0x0
                     */
                    opaque?: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        opaque: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: A server owns the type, be it the same one, or pages of an earlier owner are left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The type is not `ioreq_server`, a flag is not `write`, or a server disclaims what it does not own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out.
             *
             *     `EOPNOTSUPP`: The domain has no hardware-assisted paging.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_map_mem_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "ioreq_server",
                 *       "flags": [
                 *         "write"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description Only `ioreq_server` can be claimed. */
                    type: ("ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server") | number;
                    /** @description `write` (2) claims, 0 disclaims; Xen refuses `read` (1). */
                    flags: ("read" | "write")[] | number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0x0
                     */
                    opaque?: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        opaque: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: A server owns the type, be it the same one, or pages of an earlier owner are left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The type is not `ioreq_server`, a flag is not `write`, or a server disclaims what it does not own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out.
             *
             *     `EOPNOTSUPP`: The domain has no hardware-assisted paging.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_ioreq_server_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "enabled": 1
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description 0 disables, anything else enables. */
                    enabled: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: Its page is to be cleared and there is none: acquire_resource failed after get_ioreq_server_info. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_mem_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hvmmem_type": "ioreq_server",
                 *       "nr": 1,
                 *       "first_pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description How many pages. */
                    nr: number;
                    /** @description What they are to become. */
                    hvmmem_type: ("ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server") | number;
                    /** @description First page of the run. */
                    first_pfn: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description How many pages. */
                        nr: number;
                        /** @description First page of the run. */
                        first_pfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: No page for a table is left.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: A page changed its type meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The run is empty or ends beyond the highest gfn, there is no such type, nobody has claimed it, or a page may not go from its type to that. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out.
             *
             *     `EOPNOTSUPP`: Type `ioreq_server` needs hardware-assisted paging.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EAGAIN`: A page is paged out or shared; its return has been asked for. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_get_mem_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description The page. */
                    pfn: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "mem_type": "ram_rw"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /**
                         * @description Its type.
                         * @enum {string}
                         */
                        mem_type: "ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server";
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_unmap_io_range_from_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "pci",
                 *       "start": "0x10",
                 *       "end": "0x10"
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description What it is a range of. */
                    type: ("port" | "memory" | "pci") | number;
                    /** @description First port or guest-physical address; for PCI segment << 16 | bus << 8 | device << 3 | function. */
                    start: string | number;
                    /** @description The last one, inclusive. */
                    end: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server, or not all of the range is mapped to it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. `start` is above `end`, or there is no such `type`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: The server has 256 separate ranges of that type and one would be split. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_destroy_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: Its page is to be cleared and there is none: acquire_resource failed after get_ioreq_server_info. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_pci_intx_level: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device": 3,
                 *       "intx": 0,
                 *       "level": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Segment of the PCI device; there is only 0.
                     * @default 0
                     */
                    domain?: number;
                    /**
                     * @description Its bus; there is only 0.
                     * @default 0
                     */
                    bus?: number;
                    /** @description Its number there, 0 to 31. */
                    device: number;
                    /** @description The pin: 0 for INTA, to 3. */
                    intx: number;
                    /** @description 1 asserts, 0 deasserts. */
                    level: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The domain has local APICs only, and the link of the pin is routed to an ISA line: Xen would overwrite memory of its own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such pin, or the level is neither 0 nor 1. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_isa_irq_level: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isa_irq": 4,
                 *       "level": 1
                 *     }
                 */
                "application/json": {
                    /** @description The line, 0 to 15. */
                    isa_irq: number;
                    /** @description 1 asserts, 0 deasserts. */
                    level: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The domain has local APICs only: Xen would overwrite memory of its own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such line, or the level is neither 0 nor 1. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_pci_link_route: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "link": 3,
                 *       "isa_irq": 11
                 *     }
                 */
                "application/json": {
                    /** @description The link, 0 to 3. */
                    link: number;
                    /** @description The line, 1 to 15; 0: none. */
                    isa_irq: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The domain has local APICs only, and the link is asserted: Xen would overwrite memory of its own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such link or line. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_inject_msi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": 16481,
                 *       "addr": "0xfee00000"
                 *     }
                 */
                "application/json": {
                    /** @description Vector, delivery mode, trigger mode. */
                    data: number;
                    /** @description Destination and its mode. */
                    addr: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. No processor takes an interrupt of lowest priority. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: Another pirq has messages already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. The delivery mode is neither fixed nor lowest priority, or the domain has no such pirq.
             *
             *     `ERANGE`: Vector and pirq are 0, or up to 4.21 the pirq has 32 bits.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_inject_trap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vcpuid": 0,
                 *       "vector": 6,
                 *       "type": "hw_exc"
                 *     }
                 */
                "application/json": {
                    /** @description Which vcpu. */
                    vcpuid: number;
                    /** @description Vector of the event. */
                    vector: number;
                    /** @description What sort of event. */
                    type: ("ext_int" | "nmi" | "hw_exc" | "sw_int" | "pri_sw_exc" | "sw_exc") | number;
                    /**
                     * @description Error code; 0xffffffff: none.
                     * @default 4294967295
                     */
                    error_code?: number;
                    /**
                     * @description Length of the instruction, of what software raises.
                     * @default 0
                     */
                    insn_len?: number;
                    /**
                     * @description The address of a page fault.
                     * @default 0x0
                     */
                    cr2?: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such vcpu.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: The vcpu has not taken the event before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_param: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "index": "TIMER_MODE",
                 *       "value": "0x1"
                 *     }
                 */
                "application/json": {
                    /** @description Which one. */
                    index: ("CALLBACK_IRQ" | "STORE_PFN" | "STORE_EVTCHN" | "PAE_ENABLED" | "IOREQ_PFN" | "BUFIOREQ_PFN" | "VIRIDIAN" | "TIMER_MODE" | "HPET_ENABLED" | "IDENT_PT" | "DM_DOMAIN" | "ACPI_S_STATE" | "VM86_TSS" | "VPT_ALIGN" | "CONSOLE_PFN" | "CONSOLE_EVTCHN" | "ACPI_IOPORTS_LOCATION" | "MEMORY_EVENT_CR0" | "MEMORY_EVENT_CR3" | "MEMORY_EVENT_CR4" | "MEMORY_EVENT_INT3" | "NESTEDHVM" | "MEMORY_EVENT_SINGLE_STEP" | "BUFIOREQ_EVTCHN" | "PAGING_RING_PFN" | "MONITOR_RING_PFN" | "SHARING_RING_PFN" | "MEMORY_EVENT_MSR" | "TRIPLE_FAULT_REASON" | "IOREQ_SERVER_PFN" | "NR_IOREQ_SERVER_PAGES" | "VM_GENERATION_ID_ADDR" | "ALTP2M" | "X87_FIP_WIDTH" | "VM86_TSS_SIZED" | "MCA_CAP") | number;
                    /** @description What it is to be. */
                    value: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. It is not for the caller to set. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EEXIST`: It is set already, and can be only once. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. There is no such parameter, it has lost its meaning, or it cannot have the value.
             *
             *     `ENODEV`: The domain has no ACPI ports that could be moved.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out.
             *
             *     `EOPNOTSUPP`: Up to 4.9: memory events are not subscribed to this way any more.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_get_param: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "index": "IOREQ_SERVER_PFN"
                 *     }
                 */
                "application/json": {
                    /** @description Which one. */
                    index: ("CALLBACK_IRQ" | "STORE_PFN" | "STORE_EVTCHN" | "PAE_ENABLED" | "IOREQ_PFN" | "BUFIOREQ_PFN" | "VIRIDIAN" | "TIMER_MODE" | "HPET_ENABLED" | "IDENT_PT" | "DM_DOMAIN" | "ACPI_S_STATE" | "VM86_TSS" | "VPT_ALIGN" | "CONSOLE_PFN" | "CONSOLE_EVTCHN" | "ACPI_IOPORTS_LOCATION" | "MEMORY_EVENT_CR0" | "MEMORY_EVENT_CR3" | "MEMORY_EVENT_CR4" | "MEMORY_EVENT_INT3" | "NESTEDHVM" | "MEMORY_EVENT_SINGLE_STEP" | "BUFIOREQ_EVTCHN" | "PAGING_RING_PFN" | "MONITOR_RING_PFN" | "SHARING_RING_PFN" | "MEMORY_EVENT_MSR" | "TRIPLE_FAULT_REASON" | "IOREQ_SERVER_PFN" | "NR_IOREQ_SERVER_PAGES" | "VM_GENERATION_ID_ADDR" | "ALTP2M" | "X87_FIP_WIDTH" | "VM86_TSS_SIZED" | "MCA_CAP") | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "value": "0xfeff0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Its value. */
                        value: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. It is not for the caller to read. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: A page of the default ioreq server is paged out or shared.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such parameter, or it has lost its meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSPC`: No event channel is left for the default ioreq server. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_set_evtchn_upcall_vector: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call and that it is about, if not the one in the path. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vcpu": 0,
                 *       "vector": 148
                 *     }
                 */
                "application/json": {
                    /** @description Which vcpu. */
                    vcpu: number;
                    /** @description The vector, 16 or above. */
                    vector: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such vcpu.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The caller is not HVM. No interrupt can have the vector. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_flush_tlbs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call and that it is about, if not the one in the path. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The caller is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_pagetable_dying: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "gpa": "0x1000"
                 *     }
                 */
                "application/json": {
                    /** @description Where the page table is. */
                    gpa: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The domain has no shadow paging. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out.
             *
             *     `EOPNOTSUPP`: Since 4.12: the domain is not the caller's own.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_get_time: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "now": "0x0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Nanoseconds since the host came up. */
                        now: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_xentrace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": 1,
                 *       "extra_bytes": 4,
                 *       "extra": [
                 *         1,
                 *         2,
                 *         3,
                 *         4
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Which event, of 12 bits. */
                    event: number;
                    /** @description How many bytes of `extra` belong to it. */
                    extra_bytes: number;
                    /**
                     * @description Up to 28 bytes.
                     * @default []
                     */
                    extra?: number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The event has more bits, or there are more bytes, or since 4.18 part of a word. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_guest_request_vm_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_altp2m: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cmd": "get_domain_state"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Of the interface.
                     * @default 1
                     */
                    version?: number;
                    /** @description What to do. */
                    cmd: ("get_domain_state" | "set_domain_state" | "vcpu_enable_notify" | "create_p2m" | "destroy_p2m" | "switch_p2m" | "set_mem_access" | "change_gfn" | "set_mem_access_multi" | "set_suppress_ve" | "get_suppress_ve" | "get_mem_access" | "vcpu_disable_notify" | "get_p2m_idx" | "set_suppress_ve_multi" | "set_visibility") | number;
                    /**
                     * @description For which domain, instead of that in the path.
                     * @default 0
                     */
                    domain?: number;
                    /**
                     * @description Reserved.
                     * @default 0
                     */
                    pad1?: number;
                    /**
                     * @description Reserved.
                     * @default 0
                     */
                    pad2?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out.
             *
             *     `EOPNOTSUPP`: Always: altp2m is switched off.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_track_dirty_vram: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nr": 8,
                 *       "first_pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description How many pages; 262144 at most. */
                    nr: number;
                    /** @description First page of the range. */
                    first_pfn: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "dirty_bitmap": "ff"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Byte by byte in hexadecimal, the first page in bit 0 of the first. */
                        dirty_bitmap: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. The domain is dying. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There are too many pages, the buffer is too small for their bitmap, or the domain has no vcpu. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HVMOP_modified_memory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nr": 1,
                 *       "first_pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description First page of the range.
                     * @default 0x0
                     */
                    first_pfn?: string | number;
                    /**
                     * @description How many pages.
                     * @default 0
                     */
                    nr?: number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description First page of the range. */
                        first_pfn: string;
                        /** @description How many pages. */
                        nr: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. An extent is empty, ends beyond the highest gfn or, of a DMOP, on it, or has a reserved field set; there are more extents than the buffer holds; or `opaque` is beyond the last one.
             *
             *     `EFAULT`: The domain runs on 4.9 in log-dirty mode: a bug of its own.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_create_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle_bufioreq": "off"
                 *     }
                 */
                "application/json": {
                    /** @description Whether it takes buffered ioreqs, and how the ring is read. */
                    handle_bufioreq: ("off" | "legacy" | "atomic") | number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "id": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description The new server: the lowest free slot. */
                        id: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. `handle_bufioreq` is above 2, or the domain is being destroyed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSPC`: The domain has 8 servers, or no event channel left.
             *
             *     `ENOMEM`: Up to Xen 4.9: no page is left for it.
             */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_get_ioreq_server_info: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "flags": 0
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /**
                     * @description `no_gfns` (1): do not map pages by gfn.
                     * @default []
                     */
                    flags?: "no_gfns"[] | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "bufioreq_port": 0,
                     *       "ioreq_gfn": "0xfeff0",
                     *       "bufioreq_gfn": "0x0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Event channel of the buffered ring. */
                        bufioreq_port: number;
                        /** @description Page of the synchronous slots. */
                        ioreq_gfn: string;
                        /** @description Page of the buffered ring. */
                        bufioreq_gfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator, or its pages were acquired as a resource. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. `flags` has an unknown bit, or the domain is being destroyed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No special gfn is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_map_io_range_to_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "pci",
                 *       "start": "0x10",
                 *       "end": "0x10"
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /** @description What it is a range of. */
                    type: ("port" | "memory" | "pci") | number;
                    /** @description First port or guest-physical address; for PCI segment << 16 | bus << 8 | device << 3 | function. */
                    start: string | number;
                    /** @description The last one, inclusive. */
                    end: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EEXIST`: The server has part of the range already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. `start` is above `end`, or there is no such `type`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: The server has 256 separate ranges of that type. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_map_mem_type_to_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "ioreq_server",
                 *       "flags": [
                 *         "write"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description Only `ioreq_server` can be claimed. */
                    type: ("ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server") | number;
                    /** @description `write` (2) claims, 0 disclaims; Xen refuses `read` (1). */
                    flags: ("read" | "write")[] | number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0x0
                     */
                    opaque?: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        opaque: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: A server owns the type, be it the same one, or pages of an earlier owner are left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The type is not `ioreq_server`, a flag is not `write`, or a server disclaims what it does not own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. The domain has no hardware-assisted paging. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_map_mem_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "ioreq_server",
                 *       "flags": [
                 *         "write"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description Only `ioreq_server` can be claimed. */
                    type: ("ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server") | number;
                    /** @description `write` (2) claims, 0 disclaims; Xen refuses `read` (1). */
                    flags: ("read" | "write")[] | number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0x0
                     */
                    opaque?: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        opaque: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: A server owns the type, be it the same one, or pages of an earlier owner are left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The type is not `ioreq_server`, a flag is not `write`, or a server disclaims what it does not own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. The domain has no hardware-assisted paging. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_set_ioreq_server_state: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "enabled": 1
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /** @description 0 disables, anything else enables. */
                    enabled: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: Its page is to be cleared and there is none: acquire_resource failed after get_ioreq_server_info. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_set_mem_type: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nr": 1,
                 *       "mem_type": "ioreq_server",
                 *       "first_pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description How many pages. */
                    nr: number;
                    /** @description What they are to become. */
                    mem_type: ("ram_rw" | "ram_ro" | "mmio_dm" | "unused" | "ioreq_server") | number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /** @description First page of the run. */
                    first_pfn: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description How many pages. */
                        nr: number;
                        /** @description First page of the run. */
                        first_pfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: No page for a table is left.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: A page changed its type meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. The run is empty or ends beyond the highest gfn, there is no such type, nobody has claimed it, or a page may not go from its type to that. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. Type `ioreq_server` needs hardware-assisted paging. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EAGAIN`: A page is paged out or shared; its return has been asked for. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_unmap_io_range_from_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0,
                 *       "type": "pci",
                 *       "start": "0x10",
                 *       "end": "0x10"
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /** @description What it is a range of. */
                    type: ("port" | "memory" | "pci") | number;
                    /** @description First port or guest-physical address; for PCI segment << 16 | bus << 8 | device << 3 | function. */
                    start: string | number;
                    /** @description The last one, inclusive. */
                    end: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server, or not all of the range is mapped to it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. `start` is above `end`, or there is no such `type`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: The server has 256 separate ranges of that type and one would be split. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_destroy_ioreq_server: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 0
                 *     }
                 */
                "application/json": {
                    /** @description The server. */
                    id: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: Its page is to be cleared and there is none: acquire_resource failed after get_ioreq_server_info. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_set_pci_intx_level: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device": 3,
                 *       "intx": 0,
                 *       "level": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Segment of the PCI device; there is only 0.
                     * @default 0
                     */
                    domain?: number;
                    /**
                     * @description Its bus; there is only 0.
                     * @default 0
                     */
                    bus?: number;
                    /** @description Its number there, 0 to 31. */
                    device: number;
                    /** @description The pin: 0 for INTA, to 3. */
                    intx: number;
                    /** @description 1 asserts, 0 deasserts. */
                    level: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The domain has local APICs only, and the link of the pin is routed to an ISA line: Xen would overwrite memory of its own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such pin, or the level is neither 0 nor 1. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_set_isa_irq_level: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isa_irq": 4,
                 *       "level": 1
                 *     }
                 */
                "application/json": {
                    /** @description The line, 0 to 15. */
                    isa_irq: number;
                    /** @description 1 asserts, 0 deasserts. */
                    level: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The domain has local APICs only: Xen would overwrite memory of its own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such line, or the level is neither 0 nor 1. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_set_pci_link_route: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "link": 3,
                 *       "isa_irq": 11
                 *     }
                 */
                "application/json": {
                    /** @description The link, 0 to 3. */
                    link: number;
                    /** @description The line, 1 to 15; 0: none. */
                    isa_irq: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The domain has local APICs only, and the link is asserted: Xen would overwrite memory of its own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such link or line. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_inject_msi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": 16481,
                 *       "addr": "0xfee00000"
                 *     }
                 */
                "application/json": {
                    /** @description Vector, delivery mode, trigger mode. */
                    data: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /** @description Destination and its mode. */
                    addr: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. No processor takes an interrupt of lowest priority. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: Another pirq has messages already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. A reserved field is not 0. The delivery mode is neither fixed nor lowest priority, or the domain has no such pirq.
             *
             *     `ERANGE`: Vector and pirq are 0, or up to 4.21 the pirq has 32 bits.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_inject_event: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vcpuid": 0,
                 *       "vector": 6,
                 *       "type": "hw_exc"
                 *     }
                 */
                "application/json": {
                    /** @description Which vcpu. */
                    vcpuid: number;
                    /** @description Vector of the event. */
                    vector: number;
                    /** @description What sort of event. */
                    type: ("ext_int" | "nmi" | "hw_exc" | "sw_int" | "pri_sw_exc" | "sw_exc") | number;
                    /**
                     * @description Length of the instruction, of what software raises.
                     * @default 0
                     */
                    insn_len?: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad0?: number | number[];
                    /**
                     * @description Error code; 0xffffffff: none.
                     * @default 4294967295
                     */
                    error_code?: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad1?: number | number[];
                    /**
                     * @description The address of a page fault.
                     * @default 0x0
                     */
                    cr2?: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: The vcpu has not taken the event before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. There is no such vcpu. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_set_irq_level: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "irq": 32,
                 *       "level": 1
                 *     }
                 */
                "application/json": {
                    /** @description The interrupt. */
                    irq: number;
                    /** @description 1 asserts, 0 deasserts. */
                    level: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. Always: this is x86. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_pin_memory_cacheattr: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "start": "0x400",
                 *       "end": "0x40f",
                 *       "type": "wb"
                 *     }
                 */
                "application/json": {
                    /** @description First page. */
                    start: string | number;
                    /** @description Last page. */
                    end: string | number;
                    /** @description The type; `delete` lets go of exactly that range. */
                    type: ("uc" | "wc" | "wt" | "wp" | "wb" | "uc_minus" | "delete") | number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. Since 4.21: the domain has no devices, and the type is `uc`, `wc` or `uc_minus`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: That range is not pinned.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: The range overlaps another one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. The range is none or beyond the physical addresses, or there is no such type. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSPC`: There are 64 pinned ranges. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_nr_vcpus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "vcpus": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description How many. */
                        vcpus: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_remote_shutdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "poweroff"
                 *     }
                 */
                "application/json": {
                    /** @description Why. */
                    reason: ("poweroff" | "reboot" | "suspend" | "crash" | "watchdog" | "soft_reset") | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_track_dirty_vram: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nr": 8,
                 *       "first_pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description How many pages; 262144 at most. */
                    nr: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /** @description First page of the range. */
                    first_pfn: string | number;
                    /** @description Room in the buffer for the bitmap; as much as it takes, if not said. */
                    bitmap_bytes?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "dirty_bitmap": "ff"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Byte by byte in hexadecimal, the first page in bit 0 of the first. */
                        dirty_bitmap: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. The domain is dying. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. There are too many pages, the buffer is too small for their bitmap, or the domain has no vcpu. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_modified_memory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "extents": [
                 *         {
                 *           "first_pfn": "0x100",
                 *           "nr": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description How many extents are to be done; all, if not said. */
                    nr_extents?: number;
                    /**
                     * @description How many pages of the last one are done; 0 for a new call.
                     * @default 0
                     */
                    opaque?: number;
                    /** @description The buffer of extents. */
                    extents?: {
                        /** @description How many pages. */
                        nr: number;
                        /**
                         * @description Reserved; 0.
                         * @default 0
                         */
                        pad?: number;
                        /** @description First page. */
                        first_pfn: string | number;
                    }[];
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description How many extents are to be done; all, if not said. */
                        nr_extents?: number;
                        /** @description How many pages of the last one are done; 0 for a new call. */
                        opaque: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. An extent is empty, ends beyond the highest gfn or, of a DMOP, on it, or has a reserved field set; there are more extents than the buffer holds; or `opaque` is beyond the last one.
             *
             *     `EFAULT`: The domain runs on 4.9 in log-dirty mode: a bug of its own.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DMOP_relocate_memory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "size": 1,
                 *       "src_gfn": "0x100",
                 *       "dst_gfn": "0x2000"
                 *     }
                 */
                "application/json": {
                    /** @description How many pages. */
                    size: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /** @description The first one. */
                    src_gfn: string | number;
                    /** @description Where it is to be. */
                    dst_gfn: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description What is left of a size above 65535. */
                        size?: number;
                        /** @description Behind what was moved; since 4.22 too far behind. */
                        src_gfn?: string;
                        /** @description Likewise. */
                        dst_gfn?: string;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description How many pages. */
                        size: number;
                        /** @description The first one. */
                        src_gfn: string;
                        /** @description Where it is to be. */
                        dst_gfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. A device's memory is where a page is to be.
             *
             *     `EACCES`: Since 4.22: a source is not ordinary RAM.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: A page is to be where no table reaches.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOVERFLOW`: A run goes beyond the last gfn there can be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. `dst_gfn` is ~0, or there is no page of the domain's at a source. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The knob `dm_interface` of the domain leaves this interface out. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_acquire_resource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "ioreq_server",
                 *       "id": 0,
                 *       "nr": 1,
                 *       "frame": "0x1"
                 *     }
                 */
                "application/json": {
                    /** @description What sort of resource. */
                    type: ("ioreq_server" | "grant_table" | "vmtrace_buf") | number;
                    /** @description The server, or the table. */
                    id: number;
                    /** @description How many frames. */
                    nr: number;
                    /**
                     * @description Reserved: Xen refuses anything but 0.
                     * @default 0
                     */
                    pad?: number | number[];
                    /**
                     * @description The first one.
                     * @default 0x0
                     */
                    frame?: string | number;
                    /** @description There is room for the frames; if not said, where `nr` is not 0. */
                    frame_list?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "nr": 1,
                     *       "frames": [
                     *         "0x2000"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description How many frames. */
                        nr: number;
                        /** @description The frames acquired. */
                        frames: string[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller is not its emulator, or its pages were mapped by gfn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server, or it has no buffered ring.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. A reserved field is not 0. There is no such frame or sort of resource, the id has more than 16 bits, or there is room for no frames and `nr` asks for some, or the other way round. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ENOSYS`: The profile of the domain is of a Xen that did not have it yet.
             *
             *     `EOPNOTSUPP`: In 4.17: there is no such sort of resource.
             */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: The machine has no frame left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_populate_physmap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "extents": [
                 *         "0x2000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Where. */
                    extents: (string | number)[];
                    /**
                     * @description log2 of the pages of each.
                     * @default 0
                     */
                    extent_order?: number;
                    /**
                     * @description How; the low byte is how many address bits its frames may have.
                     * @default []
                     */
                    mem_flags?: ("populate_on_demand" | "exact_node_request" | "vnode")[] | number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0
                     */
                    done?: number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "done": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Extents that are done. */
                        done: number;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        done: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_increase_reservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nr_extents": 1
                 *     }
                 */
                "application/json": {
                    /** @description How many extents. */
                    nr_extents: number;
                    /**
                     * @description log2 of the pages of each.
                     * @default 0
                     */
                    extent_order?: number;
                    /**
                     * @description The low byte is how many address bits its frames may have.
                     * @default []
                     */
                    mem_flags?: ("populate_on_demand" | "exact_node_request" | "vnode")[] | number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0
                     */
                    done?: number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "done": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Extents that are done. */
                        done: number;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        done: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_decrease_reservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "extents": [
                 *         "0x100"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What to give back. */
                    extents: (string | number)[];
                    /**
                     * @description log2 of the pages of each.
                     * @default 0
                     */
                    extent_order?: number;
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0
                     */
                    done?: number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "done": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Extents that are done. */
                        done: number;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        done: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no domain that issues it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_current_reservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "pages": 16384
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Pages of 4 KiB. */
                        pages: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_maximum_reservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "pages": 20736
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Pages of 4 KiB. */
                        pages: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_maximum_gpfn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "gpfn": "0xfefff"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Mapped now, or at some time. */
                        gpfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_set_pod_target: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target_pages": "0x0"
                 *     }
                 */
                "application/json": {
                    /** @description Pages of 4 KiB. */
                    target_pages: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "tot_pages": "0x4000",
                     *       "pod_cache_pages": "0x0",
                     *       "pod_entries": "0x0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Pages that the domain owns. */
                        tot_pages: string;
                        /** @description Of these, pages that wait in the cache. */
                        pod_cache_pages: string;
                        /** @description Pages that are marked and not populated. */
                        pod_entries: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOTEMPTY`: The domain has device memory. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. The domain may not have so many. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: The machine has no frames left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_get_pod_target: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "tot_pages": "0x4000",
                     *       "pod_cache_pages": "0x0",
                     *       "pod_entries": "0x0"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Pages that the domain owns. */
                        tot_pages: string;
                        /** @description Of these, pages that wait in the cache. */
                        pod_cache_pages: string;
                        /** @description Pages that are marked and not populated. */
                        pod_entries: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_add_to_physmap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "space": "shared_info",
                 *       "idx": "0x0",
                 *       "gpfn": "0x2000"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Of `gmfn_range`: how many pages.
                     * @default 0
                     */
                    size?: number;
                    /** @description What `idx` is an index of. */
                    space: ("shared_info" | "grant_table" | "gmfn" | "gmfn_range" | "gmfn_foreign" | "dev_mmio") | number;
                    /**
                     * @description Which frame: a gfn, or the number of a grant frame.
                     * @default 0x0
                     */
                    idx?: string | number;
                    /** @description Where it is to be. */
                    gpfn: string | number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Of `gmfn_range`: how many pages. */
                        size: number;
                        /** @description Which frame: a gfn, or the number of a grant frame. */
                        idx: string;
                        /** @description Where it is to be. */
                        gpfn: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. A device's memory is there.
             *
             *     `EACCES`: Device memory is for dom0 to map into itself; the domain is PV; or, since 4.22, the page is not ordinary RAM.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: No table reaches so far.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOVERFLOW`: A range goes beyond the last gfn there can be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. There is no such space or frame, or `gpfn` is ~0. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: Pages of other domains come by the batch call alone. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_add_to_physmap_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "space": "gmfn",
                 *       "idxs": [
                 *         "0x100"
                 *       ],
                 *       "gpfns": [
                 *         "0x2000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What the indexes are indexes of. */
                    space: ("shared_info" | "grant_table" | "gmfn" | "gmfn_range" | "gmfn_foreign" | "dev_mmio") | number;
                    /**
                     * @description Of `gmfn_foreign`: the domain whose pages they are.
                     * @default 0
                     */
                    foreign_domid?: number;
                    /** @description Which frames. */
                    idxs: (string | number)[];
                    /** @description Where each of them is to be. */
                    gpfns: (string | number)[];
                    /**
                     * @description Of a call that gave way.
                     * @default []
                     */
                    errs?: number[];
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "errs": [
                     *         0
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description What became of each. */
                        errs: number[];
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Of a call that gave way. */
                        errs: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model.
             *
             *     `EACCES`: Device memory is for dom0 to map into itself; or the domain is PV.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. A gfn is ~0.
             *
             *     `EFAULT`: There are fewer gfns than frames.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: A range is no thing for a batch. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_remove_from_physmap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "gpfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description The page. */
                    gpfn: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model.
             *
             *     `EACCES`: The domain is PV.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: No memory is there.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    XENMEM_access_op: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "op": "get_access",
                 *       "pfn": "0x100"
                 *     }
                 */
                "application/json": {
                    /** @description What to do. */
                    op: ("set_access" | "get_access" | "set_access_multi") | number;
                    /**
                     * @description Of `set_access`.
                     * @default n
                     */
                    access?: ("n" | "r" | "w" | "rw" | "x" | "rx" | "wx" | "rwx" | "rx2rw" | "n2rwx" | "default") | number;
                    /**
                     * @description Of `set_access`: how many pages.
                     * @default 0
                     */
                    nr?: number;
                    /**
                     * @description The first page.
                     * @default 0x0
                     */
                    pfn?: string | number;
                    /**
                     * @description Of `set_access_multi`: which pages.
                     * @default []
                     */
                    pfn_list?: (string | number)[];
                    /**
                     * @description Of `set_access_multi`: one a page.
                     * @default []
                     */
                    access_list?: (("n" | "r" | "w" | "rw" | "x" | "rx" | "wx" | "rwx" | "rx2rw" | "n2rwx" | "default") | number)[];
                    /**
                     * @description Where a call that gave way goes on; 0 otherwise.
                     * @default 0
                     */
                    done?: number;
                    preempt?: {
                        /** @description After how many batches of 256 gfns the call gives way. */
                        after_batches: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done; or stopped as `preempt` asked: a further call with these fields goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "access": "rwx"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /**
                         * @description Of `get_access`: what the guest may do.
                         * @enum {string}
                         */
                        access?: "n" | "r" | "w" | "rw" | "x" | "rx" | "wx" | "rwx" | "rx2rw" | "n2rwx" | "default";
                    } | {
                        /** @enum {integer} */
                        rc: -85;
                        /** @enum {string} */
                        errno: "ERESTART";
                        /** @description Where a call that gave way goes on; 0 otherwise. */
                        done: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. No page is there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is not HVM. The domain is dying or has no HAP; a run is empty or ends beyond the highest gfn; or there is no such access.
             *
             *     `ENODEV`: Nobody watches the domain.
             *
             *     `EFAULT`: There are fewer accesses than pages.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: There is no such operation. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page for a table is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_createdomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 9
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "profile": "4.17"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description hvm 1, hap 2, s3_integrity 4, oos_off 8, xs_domain 0x10, iommu 0x20, nested_virt 0x40, vpmu 0x80.
                     * @default 3
                     */
                    flags?: number;
                    /**
                     * @description Without an IOMMU 0.
                     * @default 0
                     */
                    iommu_opts?: number;
                    /**
                     * @description How many vcpus it may have.
                     * @default 1
                     */
                    max_vcpus?: number;
                    /**
                     * @description Its highest event channel port.
                     * @default 1023
                     */
                    max_evtchn_port?: number;
                    /**
                     * @description Its largest grant table; -1: as the host has it.
                     * @default -1
                     */
                    max_grant_frames?: number;
                    /**
                     * @description The version of its grant table.
                     * @default 1
                     */
                    grant_opts?: number;
                    /**
                     * @description Without vmtrace 0.
                     * @default 0
                     */
                    vmtrace_size?: number;
                    /**
                     * @description There is only 0.
                     * @default 0
                     */
                    cpupool_id?: number;
                    /**
                     * @description What Xen emulates: a whole PC 0x3ff, the local APIC alone 1.
                     * @default 1023
                     */
                    emulation_flags?: number;
                    /**
                     * @description Which Xen it runs on, if not that of the host. Ours.
                     * @enum {string}
                     */
                    profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "domid": 9
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Which domain it is. */
                        domid: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such cpupool. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EEXIST`: The domid is in use, or in 4.22 reserved. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: A flag or an option is not known, or asks for what the host does not have. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: Nothing emulates just that; or it is HVM without HAP, and there is no shadow paging. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No domid is free. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_destroydomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 2
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such domain, or it is gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: It is dom0, which would be its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_pausedomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOVERFLOW`: Its toolstack has paused it 255 times. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: It is dom0, which would stop itself. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_unpausedomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: Its toolstack has not paused it; or it is dom0. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_resumedomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: It is dom0, which never stopped. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_getdomaininfo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "domain": 1,
                     *       "flags": 4294902018,
                     *       "tot_pages": "0x4000",
                     *       "max_pages": "0x5100",
                     *       "outstanding_pages": "0x0",
                     *       "nr_online_vcpus": 1,
                     *       "max_vcpu_id": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description The domain. */
                        domain: number;
                        /** @description XEN_DOMINF_*. */
                        flags: number;
                        /** @description Pages that it owns. */
                        tot_pages: string;
                        /** @description Pages that it may have. */
                        max_pages: string;
                        /** @description Pages that it has claimed and not got. */
                        outstanding_pages: string;
                        /** @description How many vcpus can run. */
                        nr_online_vcpus: number;
                        /** @description The highest, or all ones. */
                        max_vcpu_id: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_max_mem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "max_memkb": "0x20000"
                 *     }
                 */
                "application/json": {
                    /** @description In KiB. */
                    max_memkb: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_max_vcpus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "max": 1
                 *     }
                 */
                "application/json": {
                    /** @description How many. */
                    max: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: In 4.9 and before: it was created with fewer. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: It was created with another number; in 4.9 and before, with a larger one. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_set_target: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 2
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target": 1
                 *     }
                 */
                "application/json": {
                    /** @description The domain that is to be served. */
                    target: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such target. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain would be its own target, or has one already. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The target is not HVM. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_sethvmcontext: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vcpus": [
                 *         0
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Of which vcpus there is a CPU record. */
                    vcpus: number[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is a record of a vcpu that the domain does not have, or it is PV. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_shadow_op: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "op": "peek"
                 *     }
                 */
                "application/json": {
                    /** @description What to do. */
                    op: ("off" | "enable_test" | "enable_logdirty" | "clean" | "peek" | "get_allocation" | "set_allocation" | "enable") | number;
                    /**
                     * @description Of `enable`, and of `clean` and `peek`.
                     * @default []
                     */
                    mode?: ("logdirty_final" | "enable_refcount" | "enable_log_dirty" | "enable_translate")[] | number;
                    /**
                     * @description How many gfns, from 0 on, `dirty_bitmap` is to show.
                     * @default 0x0
                     */
                    pages?: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "fault_count": 0,
                     *       "dirty_count": 0,
                     *       "dirty_bitmap": ""
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Of shadow paging: 0. */
                        fault_count: number;
                        /** @description Pages that have become dirty since the last `clean`. */
                        dirty_count: number;
                        /** @description Byte by byte in hexadecimal, the lowest gfn in bit 0 of the first. */
                        dirty_bitmap: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: Pages of type `ioreq_server` are outstanding. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is no such operation or mode, the domain has no vcpu, or the mode is on already. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_iomem_permission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_mfn": "0xfd000",
                 *       "nr_mfns": "0x10",
                 *       "allow_access": 1
                 *     }
                 */
                "application/json": {
                    /** @description The first frame of the device. */
                    first_mfn: string | number;
                    /** @description How many frames. */
                    nr_mfns: string | number;
                    /** @description 0 forbids, anything else allows. */
                    allow_access: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is not dom0. What dom0 itself may not have: an interrupt controller, or frames beyond the machine. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The frames wrap. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DOMCTL_memory_mapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_gfn": "0xc0000",
                 *       "first_mfn": "0xfd000",
                 *       "nr_mfns": "0x10",
                 *       "add_mapping": 1
                 *     }
                 */
                "application/json": {
                    /** @description Where the guest sees them. */
                    first_gfn: string | number;
                    /** @description The first frame of the device. */
                    first_mfn: string | number;
                    /** @description How many frames. */
                    nr_mfns: string | number;
                    /** @description 0 takes the mapping away, anything else makes it. */
                    add_mapping: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "done": "0x10"
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description How many frames are done: go on behind them. */
                        done: string;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither dom0 nor the device model of the domain, or it is the domain itself. The caller or the domain may not have them; or something special is mapped there, and the domain crashes. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The frames wrap, or are beyond the machine or what the guest can address; or there is no such mapping to be taken away. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOMEM`: No page-table page is left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_alloc_unbound: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "remote_dom": 0
                 *     }
                 */
                "application/json": {
                    /** @description Who may bind; 0x7ff0 is the caller. */
                    remote_dom: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "port": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description The lowest free port. */
                        port: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is being destroyed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSPC`: The domain has no port left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_bind_interdomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 0
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "remote_dom": 1,
                 *       "remote_port": 1
                 *     }
                 */
                "application/json": {
                    /** @description Whose port. */
                    remote_dom: number;
                    /** @description Which: it must wait for the domain that binds. */
                    remote_port: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "local_port": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description The lowest free port. */
                        local_port: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. There is no such remote domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The remote port does not wait for this domain. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSPC`: The domain has no port left. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_bind_vcpu: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port": 1,
                 *       "vcpu": 0
                 *     }
                 */
                "application/json": {
                    /** @description The port. */
                    port: number;
                    /** @description The vcpu. */
                    vcpu: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: The domain has no such vcpu.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The port is closed, or it is Xen's own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port": 1
                 *     }
                 */
                "application/json": {
                    /** @description The local end. */
                    port: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The port is closed, or it is Xen's own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_unmask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port": 1
                 *     }
                 */
                "application/json": {
                    /** @description The port. */
                    port: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is no such port. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port": 1
                 *     }
                 */
                "application/json": {
                    /** @description The port. */
                    port: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "status": "unbound",
                     *       "vcpu": 0,
                     *       "dom": 0,
                     *       "pending": false,
                     *       "masked": false
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /**
                         * @description Whether it is bound.
                         * @enum {string}
                         */
                        status: "closed" | "unbound" | "interdomain";
                        /** @description The vcpu that is told. */
                        vcpu: number;
                        /** @description Of an unbound port who may bind, of a bound one who has. */
                        dom?: number;
                        /** @description The other end. */
                        remote_port?: number;
                        /** @description An event waits. */
                        pending: boolean;
                        /** @description Events are held back. */
                        masked: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model.
             *
             *     `EACCES`: Before 4.22: it is a port of Xen's own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is no such port. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port": 1
                 *     }
                 */
                "application/json": {
                    /** @description The port. */
                    port: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The port is not open, or it is Xen's own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_reset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not the caller's own, and its toolstack has not paused it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_init_control: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "control_gfn": "0x100",
                 *       "offset": 0,
                 *       "vcpu": 0
                 *     }
                 */
                "application/json": {
                    /** @description The page of the control block. */
                    control_gfn: string | number;
                    /** @description Where in the page. */
                    offset: number;
                    /** @description Whose it is. */
                    vcpu: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0,
                     *       "link_bits": 17
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                        /** @description Bits of an event word that name a port. */
                        link_bits: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such vcpu.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The block crosses the page, or is not aligned. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_expand_array: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "array_gfn": "0x101"
                 *     }
                 */
                "application/json": {
                    /** @description The page. */
                    array_gfn: string | number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EOPNOTSUPP`: The domain has not turned to event arrays. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EVTCHNOP_set_priority: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port": 1,
                 *       "priority": 0
                 *     }
                 */
                "application/json": {
                    /** @description The port. */
                    port: number;
                    /** @description 0 is the most urgent, 15 the least. */
                    priority: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rc": 0
                     *     }
                     */
                    "application/json": {
                        /** @enum {integer} */
                        rc: 0;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EPERM`: The caller is neither the domain itself, nor dom0, nor its device model.
             *
             *     `EACCES`: The port is closed.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is no such port or priority. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOSYS`: The domain has not turned to event arrays. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dmOp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
                /** @description After how many batches of 256 gfns a call that can give way stops, with -85 (ERESTART). */
                "xen-preempt-after"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example (bytes) */
                "application/octet-stream": unknown;
                /** @example (bytes) */
                "application/vnd.fakexen.dm-op-batch": unknown;
            };
        };
        responses: {
            /** @description What it returned, and the buffers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example (bytes) */
                    "application/octet-stream": unknown;
                    /** @example (bytes) */
                    "application/vnd.fakexen.dm-op-batch": unknown;
                };
            };
            /**
             * @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not.
             *
             *     `malformed-buffers`: The body does not hold what it says, or more.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The operation would: see there. Of a batch the calls before it are done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-octets`: The body is no octet stream. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hvmOp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call and that it is about, if not the one in the path. */
                "xen-caller-domid"?: number;
                /** @description After how many batches of 256 gfns a call that can give way stops, with -85 (ERESTART). */
                "xen-preempt-after"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The operation.
                 * @example 5
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example (bytes) */
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description What it returned, and the buffers. */
            200: {
                headers: {
                    /** @description The number by which a call goes on that has stopped. */
                    "Xen-Continuation"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /** @example (bytes) */
                    "application/octet-stream": unknown;
                };
            };
            /**
             * @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not.
             *
             *     `malformed-buffers`: The body does not hold what it says, or more.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `host_panic`: The operation would: see there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-octets`: The body is no octet stream. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    multicall: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call and that it is about, if not the one in the path. */
                "xen-caller-domid"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "calls": [
                 *         {
                 *           "op": "dmop/create_ioreq_server",
                 *           "domid": 1,
                 *           "args": {
                 *             "handle_bufioreq": 0
                 *           }
                 *         },
                 *         {
                 *           "op": "dmop/map_mem_type",
                 *           "domid": 1,
                 *           "args": {
                 *             "id": 0,
                 *             "type": "ioreq_server",
                 *             "flags": [
                 *               "write"
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "op": "dmop/set_mem_type",
                 *           "domid": 1,
                 *           "args": {
                 *             "mem_type": "ioreq_server",
                 *             "first_pfn": "0x100",
                 *             "nr": 1
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/get_mem_type",
                 *           "domid": 1,
                 *           "args": {
                 *             "pfn": "0x100"
                 *           }
                 *         },
                 *         {
                 *           "op": "dmop/destroy_ioreq_server",
                 *           "domid": 1,
                 *           "args": {
                 *             "id": 7
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description They are made one after the other, whatever becomes of each. */
                    calls: {
                        /** @description The interface and the name: what its path ends with. */
                        op: string;
                        /** @description The domain. */
                        domid: number;
                        /** @description What the body would be; held against the schema of that operation. */
                        args?: {
                            [key: string]: unknown;
                        };
                        /** @description The domain that issues it, if not that of the header. */
                        caller?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description What became of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "rc": 0,
                     *           "id": 0
                     *         },
                     *         {
                     *           "rc": 0
                     *         },
                     *         {
                     *           "rc": 0
                     *         },
                     *         {
                     *           "rc": 0,
                     *           "mem_type": "ioreq_server"
                     *         },
                     *         {
                     *           "rc": -2,
                     *           "errno": "ENOENT",
                     *           "detail": "domain 1 has no ioreq server 7"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description One for each call, in their order. */
                        results: ({
                            /** @description 0, or the negated number of an errno. */
                            rc?: number;
                            /** @description Xen's name of the error. */
                            errno?: string;
                            /** @description What exactly was refused. */
                            detail?: string;
                            /** @description `urn:fakexen:…` of what we refuse. */
                            type?: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accessGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description `wait=N`: wait up to N seconds for the end of the access. `respond-async`: do not wait. */
                prefer?: string;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "write",
                 *       "gpa": "0x100008",
                 *       "size": 4,
                 *       "data": "0x2a"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The vcpu that does it.
                     * @default 0
                     */
                    vcpu?: number;
                    /**
                     * @description What it does.
                     * @enum {string}
                     */
                    kind: "read" | "write" | "rmw" | "exec" | "stos" | "rep_stos" | "in" | "out" | "movs" | "rep_movs" | "ins" | "outs" | "rep_ins" | "rep_outs" | "insn";
                    /** @description Where in guest-physical memory; of a copy, where to. */
                    gpa?: string | number;
                    /** @description Of a copy, where from. */
                    source?: string | number;
                    /** @description Which port. */
                    port?: number;
                    /** @description Bytes at a time: 1, 2, 4 or 8. If not said 8, through ports 4. */
                    size?: number;
                    /** @description What is written, or the operand of a read-modify-write. */
                    data?: string | number;
                    /**
                     * @description What a read-modify-write does; `add` if not said.
                     * @enum {string}
                     */
                    op?: "add" | "or" | "adc" | "sbb" | "and" | "sub" | "xor" | "inc" | "dec" | "neg" | "not" | "xchg" | "xadd" | "cmpxchg" | "bts" | "btr" | "btc";
                    /** @description Repetitions of a `rep_…`. */
                    count?: number;
                    /** @description Repetitions run downwards. */
                    df?: boolean;
                    /** @description Linear address, the gpa if not said; null: hardware reports none. */
                    gla?: string | number | null;
                    /** @description x86-64 machine code, byte by byte in hexadecimal; what it does is told by `regs`. */
                    bytes?: string;
                    /** @description Registers before the machine code. */
                    regs?: {
                        /** @description General register rax. */
                        rax?: string | number;
                        /** @description General register rcx. */
                        rcx?: string | number;
                        /** @description General register rdx. */
                        rdx?: string | number;
                        /** @description General register rbx. */
                        rbx?: string | number;
                        /** @description General register rsp. */
                        rsp?: string | number;
                        /** @description General register rbp. */
                        rbp?: string | number;
                        /** @description General register rsi. */
                        rsi?: string | number;
                        /** @description General register rdi. */
                        rdi?: string | number;
                        /** @description General register r8. */
                        r8?: string | number;
                        /** @description General register r9. */
                        r9?: string | number;
                        /** @description General register r10. */
                        r10?: string | number;
                        /** @description General register r11. */
                        r11?: string | number;
                        /** @description General register r12. */
                        r12?: string | number;
                        /** @description General register r13. */
                        r13?: string | number;
                        /** @description General register r14. */
                        r14?: string | number;
                        /** @description General register r15. */
                        r15?: string | number;
                        /** @description Where the machine code counts as lying. */
                        rip?: string | number;
                        /** @description Flags; bits that RFLAGS does not have are dropped. */
                        rflags?: string | number;
                        /** @description Of consequence with `cr3` alone: bit 16 is write protection. */
                        cr0?: string | number;
                        /** @description Guest-physical address of the guest's page tables; without, none translate. */
                        cr3?: string | number;
                        /** @description Address of the interrupt descriptor table. */
                        idt_base?: string | number;
                        /** @description Its last byte. */
                        idt_limit?: string | number;
                        /** @description Vector register xmm0. */
                        xmm0?: string;
                        /** @description Vector register xmm1. */
                        xmm1?: string;
                        /** @description Vector register xmm2. */
                        xmm2?: string;
                        /** @description Vector register xmm3. */
                        xmm3?: string;
                        /** @description Vector register xmm4. */
                        xmm4?: string;
                        /** @description Vector register xmm5. */
                        xmm5?: string;
                        /** @description Vector register xmm6. */
                        xmm6?: string;
                        /** @description Vector register xmm7. */
                        xmm7?: string;
                        /** @description Vector register xmm8. */
                        xmm8?: string;
                        /** @description Vector register xmm9. */
                        xmm9?: string;
                        /** @description Vector register xmm10. */
                        xmm10?: string;
                        /** @description Vector register xmm11. */
                        xmm11?: string;
                        /** @description Vector register xmm12. */
                        xmm12?: string;
                        /** @description Vector register xmm13. */
                        xmm13?: string;
                        /** @description Vector register xmm14. */
                        xmm14?: string;
                        /** @description Vector register xmm15. */
                        xmm15?: string;
                        /** @description Vector register mm0, over the x87 stack. */
                        mm0?: string | number;
                        /** @description Vector register mm1, over the x87 stack. */
                        mm1?: string | number;
                        /** @description Vector register mm2, over the x87 stack. */
                        mm2?: string | number;
                        /** @description Vector register mm3, over the x87 stack. */
                        mm3?: string | number;
                        /** @description Vector register mm4, over the x87 stack. */
                        mm4?: string | number;
                        /** @description Vector register mm5, over the x87 stack. */
                        mm5?: string | number;
                        /** @description Vector register mm6, over the x87 stack. */
                        mm6?: string | number;
                        /** @description Vector register mm7, over the x87 stack. */
                        mm7?: string | number;
                    };
                    /**
                     * @description Whether the answer tells each step.
                     * @default true
                     */
                    trace?: boolean;
                };
            };
        };
        responses: {
            /** @description It has come to its end, or a monitor has to let it go on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "vcpu": 0,
                     *       "outcome": "completed",
                     *       "data": null,
                     *       "exits": [],
                     *       "ioreqs": [],
                     *       "trace": [
                     *         {
                     *           "step": "hit",
                     *           "gpa": "0x100008",
                     *           "mfn": "0x1100",
                     *           "size": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Of the access, in its domain. */
                        id: number;
                        /** @description Whose. */
                        vcpu: number;
                        /**
                         * @description What has befallen it.
                         * @enum {string}
                         */
                        outcome: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                        /**
                         * @description What one that is pending waits for.
                         * @enum {string}
                         */
                        reason?: "ioreq" | "refaulting" | "paused" | "event";
                        /** @description What was read. */
                        data: string | null;
                        /** @description Registers after the last instruction that was completed. */
                        regs?: {
                            /** @description General register rax. */
                            rax: string;
                            /** @description General register rcx. */
                            rcx: string;
                            /** @description General register rdx. */
                            rdx: string;
                            /** @description General register rbx. */
                            rbx: string;
                            /** @description General register rsp. */
                            rsp: string;
                            /** @description General register rbp. */
                            rbp: string;
                            /** @description General register rsi. */
                            rsi: string;
                            /** @description General register rdi. */
                            rdi: string;
                            /** @description General register r8. */
                            r8: string;
                            /** @description General register r9. */
                            r9: string;
                            /** @description General register r10. */
                            r10: string;
                            /** @description General register r11. */
                            r11: string;
                            /** @description General register r12. */
                            r12: string;
                            /** @description General register r13. */
                            r13: string;
                            /** @description General register r14. */
                            r14: string;
                            /** @description General register r15. */
                            r15: string;
                            /** @description The next instruction. */
                            rip: string;
                            /** @description Flags. */
                            rflags: string;
                            /** @description Vector register xmm0, unless it is 0. */
                            xmm0?: string;
                            /** @description Vector register xmm1, unless it is 0. */
                            xmm1?: string;
                            /** @description Vector register xmm2, unless it is 0. */
                            xmm2?: string;
                            /** @description Vector register xmm3, unless it is 0. */
                            xmm3?: string;
                            /** @description Vector register xmm4, unless it is 0. */
                            xmm4?: string;
                            /** @description Vector register xmm5, unless it is 0. */
                            xmm5?: string;
                            /** @description Vector register xmm6, unless it is 0. */
                            xmm6?: string;
                            /** @description Vector register xmm7, unless it is 0. */
                            xmm7?: string;
                            /** @description Vector register xmm8, unless it is 0. */
                            xmm8?: string;
                            /** @description Vector register xmm9, unless it is 0. */
                            xmm9?: string;
                            /** @description Vector register xmm10, unless it is 0. */
                            xmm10?: string;
                            /** @description Vector register xmm11, unless it is 0. */
                            xmm11?: string;
                            /** @description Vector register xmm12, unless it is 0. */
                            xmm12?: string;
                            /** @description Vector register xmm13, unless it is 0. */
                            xmm13?: string;
                            /** @description Vector register xmm14, unless it is 0. */
                            xmm14?: string;
                            /** @description Vector register xmm15, unless it is 0. */
                            xmm15?: string;
                        };
                        exception?: {
                            /** @description Which. */
                            vector: number;
                            /** @description Its error code. */
                            error?: number;
                            /** @description The linear address of a page fault. */
                            cr2?: string;
                        };
                        /** @description Each time that the guest left, in order. */
                        exits: {
                            /**
                             * @description Why the guest left.
                             * @enum {string}
                             */
                            reason: "EPT_VIOLATION" | "EPT_MISCONFIG" | "IO";
                            /** @description Where. */
                            gpa?: string;
                            /** @description The exit qualification; misconfigurations have none. */
                            qualification?: string;
                            /** @description Which port. */
                            port?: string;
                        }[];
                        /** @description The requests that went to device models, in order. */
                        ioreqs: {
                            /** @description To which server. */
                            ioservid: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir: "read" | "write";
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr: string;
                            /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                            data: string;
                            /** @description Bytes of one repetition. */
                            size: number;
                            /** @description Repetitions. */
                            count: number;
                            /** @description Repetitions run downwards. */
                            df: boolean;
                            /** @description `data` points at the values. */
                            data_is_ptr: boolean;
                        }[];
                        /** @description Every step, in order. */
                        trace: ({
                            /** @description What was done; the other fields are its own. */
                            step: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description It is on its way. */
            202: {
                headers: {
                    /** @description Where its end can be read. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "vcpu": 0,
                     *       "outcome": "pending",
                     *       "reason": "ioreq",
                     *       "data": null,
                     *       "exits": [
                     *         {
                     *           "reason": "EPT_VIOLATION",
                     *           "gpa": "0x100008",
                     *           "qualification": "0x18a"
                     *         }
                     *       ],
                     *       "ioreqs": [
                     *         {
                     *           "ioservid": 0,
                     *           "type": "copy",
                     *           "dir": "write",
                     *           "addr": "0x100008",
                     *           "data": "0x2a",
                     *           "size": 4,
                     *           "count": 1,
                     *           "df": false,
                     *           "data_is_ptr": false
                     *         }
                     *       ],
                     *       "trace": [
                     *         {
                     *           "step": "ept_walk",
                     *           "level": 0,
                     *           "gfn": "0x100",
                     *           "permissions": "r--",
                     *           "p2mt": "ioreq_server"
                     *         },
                     *         {
                     *           "step": "ept_violation",
                     *           "gpa": "0x100008",
                     *           "qualification": "0x18a"
                     *         },
                     *         {
                     *           "step": "device-model-page",
                     *           "p2mt": "ioreq_server",
                     *           "gfn": "0x100",
                     *           "access": "rwx"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Of the access, in its domain. */
                        id: number;
                        /** @description Whose. */
                        vcpu: number;
                        /**
                         * @description What has befallen it.
                         * @enum {string}
                         */
                        outcome: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                        /**
                         * @description What one that is pending waits for.
                         * @enum {string}
                         */
                        reason?: "ioreq" | "refaulting" | "paused" | "event";
                        /** @description What was read. */
                        data: string | null;
                        /** @description Registers after the last instruction that was completed. */
                        regs?: {
                            /** @description General register rax. */
                            rax: string;
                            /** @description General register rcx. */
                            rcx: string;
                            /** @description General register rdx. */
                            rdx: string;
                            /** @description General register rbx. */
                            rbx: string;
                            /** @description General register rsp. */
                            rsp: string;
                            /** @description General register rbp. */
                            rbp: string;
                            /** @description General register rsi. */
                            rsi: string;
                            /** @description General register rdi. */
                            rdi: string;
                            /** @description General register r8. */
                            r8: string;
                            /** @description General register r9. */
                            r9: string;
                            /** @description General register r10. */
                            r10: string;
                            /** @description General register r11. */
                            r11: string;
                            /** @description General register r12. */
                            r12: string;
                            /** @description General register r13. */
                            r13: string;
                            /** @description General register r14. */
                            r14: string;
                            /** @description General register r15. */
                            r15: string;
                            /** @description The next instruction. */
                            rip: string;
                            /** @description Flags. */
                            rflags: string;
                            /** @description Vector register xmm0, unless it is 0. */
                            xmm0?: string;
                            /** @description Vector register xmm1, unless it is 0. */
                            xmm1?: string;
                            /** @description Vector register xmm2, unless it is 0. */
                            xmm2?: string;
                            /** @description Vector register xmm3, unless it is 0. */
                            xmm3?: string;
                            /** @description Vector register xmm4, unless it is 0. */
                            xmm4?: string;
                            /** @description Vector register xmm5, unless it is 0. */
                            xmm5?: string;
                            /** @description Vector register xmm6, unless it is 0. */
                            xmm6?: string;
                            /** @description Vector register xmm7, unless it is 0. */
                            xmm7?: string;
                            /** @description Vector register xmm8, unless it is 0. */
                            xmm8?: string;
                            /** @description Vector register xmm9, unless it is 0. */
                            xmm9?: string;
                            /** @description Vector register xmm10, unless it is 0. */
                            xmm10?: string;
                            /** @description Vector register xmm11, unless it is 0. */
                            xmm11?: string;
                            /** @description Vector register xmm12, unless it is 0. */
                            xmm12?: string;
                            /** @description Vector register xmm13, unless it is 0. */
                            xmm13?: string;
                            /** @description Vector register xmm14, unless it is 0. */
                            xmm14?: string;
                            /** @description Vector register xmm15, unless it is 0. */
                            xmm15?: string;
                        };
                        exception?: {
                            /** @description Which. */
                            vector: number;
                            /** @description Its error code. */
                            error?: number;
                            /** @description The linear address of a page fault. */
                            cr2?: string;
                        };
                        /** @description Each time that the guest left, in order. */
                        exits: {
                            /**
                             * @description Why the guest left.
                             * @enum {string}
                             */
                            reason: "EPT_VIOLATION" | "EPT_MISCONFIG" | "IO";
                            /** @description Where. */
                            gpa?: string;
                            /** @description The exit qualification; misconfigurations have none. */
                            qualification?: string;
                            /** @description Which port. */
                            port?: string;
                        }[];
                        /** @description The requests that went to device models, in order. */
                        ioreqs: {
                            /** @description To which server. */
                            ioservid: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir: "read" | "write";
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr: string;
                            /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                            data: string;
                            /** @description Bytes of one repetition. */
                            size: number;
                            /** @description Repetitions. */
                            count: number;
                            /** @description Repetitions run downwards. */
                            df: boolean;
                            /** @description `data` points at the values. */
                            data_is_ptr: boolean;
                        }[];
                        /** @description Every step, in order. */
                        trace: ({
                            /** @description What was done; the other fields are its own. */
                            step: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: The domain has no such vcpu.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `vcpu-busy`: The vcpu is in another access. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `domain-gone`: The domain was destroyed while the call waited.
             *
             *     `host-reset`: The host was reset, or restored from a snapshot, while the call waited.
             *
             *     `host-gone`: The host was deleted, or its time to live ended, while the call waited.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `EINVAL`: The domain is PV, or no instruction moves as many bytes.
             *
             *     `unsupported-instruction`: The machine code holds one that is not emulated.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-waiting`: As many requests as may (`max-waiting`) wait on the host. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended while the call waited. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGuestAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description `wait=N`: wait up to N seconds for the end of the access. `respond-async`: do not wait. */
                prefer?: string;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The guest access.
                 * @example 1
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "vcpu": 0,
                     *       "outcome": "completed",
                     *       "data": null,
                     *       "exits": [],
                     *       "ioreqs": [],
                     *       "trace": [
                     *         {
                     *           "step": "hit",
                     *           "gpa": "0x100008",
                     *           "mfn": "0x1100",
                     *           "size": 4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Of the access, in its domain. */
                        id: number;
                        /** @description Whose. */
                        vcpu: number;
                        /**
                         * @description What has befallen it.
                         * @enum {string}
                         */
                        outcome: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                        /**
                         * @description What one that is pending waits for.
                         * @enum {string}
                         */
                        reason?: "ioreq" | "refaulting" | "paused" | "event";
                        /** @description What was read. */
                        data: string | null;
                        /** @description Registers after the last instruction that was completed. */
                        regs?: {
                            /** @description General register rax. */
                            rax: string;
                            /** @description General register rcx. */
                            rcx: string;
                            /** @description General register rdx. */
                            rdx: string;
                            /** @description General register rbx. */
                            rbx: string;
                            /** @description General register rsp. */
                            rsp: string;
                            /** @description General register rbp. */
                            rbp: string;
                            /** @description General register rsi. */
                            rsi: string;
                            /** @description General register rdi. */
                            rdi: string;
                            /** @description General register r8. */
                            r8: string;
                            /** @description General register r9. */
                            r9: string;
                            /** @description General register r10. */
                            r10: string;
                            /** @description General register r11. */
                            r11: string;
                            /** @description General register r12. */
                            r12: string;
                            /** @description General register r13. */
                            r13: string;
                            /** @description General register r14. */
                            r14: string;
                            /** @description General register r15. */
                            r15: string;
                            /** @description The next instruction. */
                            rip: string;
                            /** @description Flags. */
                            rflags: string;
                            /** @description Vector register xmm0, unless it is 0. */
                            xmm0?: string;
                            /** @description Vector register xmm1, unless it is 0. */
                            xmm1?: string;
                            /** @description Vector register xmm2, unless it is 0. */
                            xmm2?: string;
                            /** @description Vector register xmm3, unless it is 0. */
                            xmm3?: string;
                            /** @description Vector register xmm4, unless it is 0. */
                            xmm4?: string;
                            /** @description Vector register xmm5, unless it is 0. */
                            xmm5?: string;
                            /** @description Vector register xmm6, unless it is 0. */
                            xmm6?: string;
                            /** @description Vector register xmm7, unless it is 0. */
                            xmm7?: string;
                            /** @description Vector register xmm8, unless it is 0. */
                            xmm8?: string;
                            /** @description Vector register xmm9, unless it is 0. */
                            xmm9?: string;
                            /** @description Vector register xmm10, unless it is 0. */
                            xmm10?: string;
                            /** @description Vector register xmm11, unless it is 0. */
                            xmm11?: string;
                            /** @description Vector register xmm12, unless it is 0. */
                            xmm12?: string;
                            /** @description Vector register xmm13, unless it is 0. */
                            xmm13?: string;
                            /** @description Vector register xmm14, unless it is 0. */
                            xmm14?: string;
                            /** @description Vector register xmm15, unless it is 0. */
                            xmm15?: string;
                        };
                        exception?: {
                            /** @description Which. */
                            vector: number;
                            /** @description Its error code. */
                            error?: number;
                            /** @description The linear address of a page fault. */
                            cr2?: string;
                        };
                        /** @description Each time that the guest left, in order. */
                        exits: {
                            /**
                             * @description Why the guest left.
                             * @enum {string}
                             */
                            reason: "EPT_VIOLATION" | "EPT_MISCONFIG" | "IO";
                            /** @description Where. */
                            gpa?: string;
                            /** @description The exit qualification; misconfigurations have none. */
                            qualification?: string;
                            /** @description Which port. */
                            port?: string;
                        }[];
                        /** @description The requests that went to device models, in order. */
                        ioreqs: {
                            /** @description To which server. */
                            ioservid: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir: "read" | "write";
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr: string;
                            /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                            data: string;
                            /** @description Bytes of one repetition. */
                            size: number;
                            /** @description Repetitions. */
                            count: number;
                            /** @description Repetitions run downwards. */
                            df: boolean;
                            /** @description `data` points at the values. */
                            data_is_ptr: boolean;
                        }[];
                        /** @description Every step, in order. */
                        trace: ({
                            /** @description What was done; the other fields are its own. */
                            step: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `no-such-access`: The domain has had no such access, or a thousand since.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `domain-gone`: The domain was destroyed while the call waited.
             *
             *     `host-reset`: The host was reset, or restored from a snapshot, while the call waited.
             *
             *     `host-gone`: The host was deleted, or its time to live ended, while the call waited.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-waiting`: As many requests as may (`max-waiting`) wait on the host. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended while the call waited. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVcpus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vcpus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vcpus": [
                     *         {
                     *           "id": 0,
                     *           "state": "blocked_in_xen",
                     *           "pause_count": 0,
                     *           "waits_for": {
                     *             "ioservid": 0,
                     *             "port": 1
                     *           },
                     *           "access": {
                     *             "id": 2,
                     *             "outcome": "pending",
                     *             "reason": "ioreq"
                     *           },
                     *           "request": {
                     *             "type": "copy",
                     *             "dir": "write",
                     *             "addr": "0x100008",
                     *             "data": "0x2a",
                     *             "size": 4,
                     *             "count": 1,
                     *             "df": false,
                     *             "data_is_ptr": false
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description By their numbers. */
                        vcpus: {
                            /** @description Its number. */
                            id: number;
                            /**
                             * @description Whether it can run, or the strongest of what keeps it from running.
                             * @enum {string}
                             */
                            state: "dying" | "shut_down" | "paused" | "vcpu_paused" | "down" | "blocked_in_xen" | "halted" | "runnable";
                            /** @description Pauses of it alone. */
                            pause_count: number;
                            waits_for?: {
                                /** @description The ioreq server that has its request. */
                                ioservid: number;
                                /** @description The event channel by which that tells of the answer. */
                                port: number;
                            };
                            access?: {
                                /** @description Its id. */
                                id: number;
                                /**
                                 * @description How it stands.
                                 * @enum {string}
                                 */
                                outcome?: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                                /**
                                 * @description What it waits for.
                                 * @enum {string}
                                 */
                                reason?: "ioreq" | "refaulting" | "paused" | "event";
                            };
                            request?: {
                                /**
                                 * @description What it asks for.
                                 * @enum {string}
                                 */
                                type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                                /**
                                 * @description Which way, as the guest sees it.
                                 * @enum {string}
                                 */
                                dir: "read" | "write";
                                /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                                addr: string;
                                /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                                data: string;
                                /** @description Bytes of one repetition. */
                                size: number;
                                /** @description Repetitions. */
                                count: number;
                                /** @description Repetitions run downwards. */
                                df: boolean;
                                /** @description `data` points at the values. */
                                data_is_ptr: boolean;
                            };
                            injected_event?: {
                                /** @description Its vector. */
                                vector: number;
                                /** @description What sort of event. */
                                type: ("ext_int" | "nmi" | "hw_exc" | "sw_int" | "pri_sw_exc" | "sw_exc") | number;
                                /** @description Its error code; 0xffffffff: none. */
                                error_code: number;
                                /** @description Length of the instruction. */
                                insn_len: number;
                                /** @description The address of a page fault. */
                                cr2: string;
                            };
                            interrupts?: {
                                /** @description An NMI is on its way. */
                                nmi_pending: boolean;
                                /** @description The vector by which it is told of event channels. */
                                upcall_vector?: number;
                                /** @description One of its event channels is pending. */
                                upcall_pending: boolean;
                                local_apic: {
                                    /** @description It takes interrupts. */
                                    enabled: boolean;
                                    /** @description Its spurious-interrupt register. */
                                    svr: number;
                                    /** @description The task priority. */
                                    tpr: number;
                                    /** @description Vectors requested. */
                                    irr: number[];
                                    /** @description Vectors in service. */
                                    isr: number[];
                                };
                            };
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVcpu: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The vcpu.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vcpu. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 0,
                     *       "state": "blocked_in_xen",
                     *       "pause_count": 0,
                     *       "waits_for": {
                     *         "ioservid": 0,
                     *         "port": 1
                     *       },
                     *       "access": {
                     *         "id": 2,
                     *         "outcome": "pending",
                     *         "reason": "ioreq"
                     *       },
                     *       "request": {
                     *         "type": "copy",
                     *         "dir": "write",
                     *         "addr": "0x100008",
                     *         "data": "0x2a",
                     *         "size": 4,
                     *         "count": 1,
                     *         "df": false,
                     *         "data_is_ptr": false
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Its number. */
                        id: number;
                        /**
                         * @description Whether it can run, or the strongest of what keeps it from running.
                         * @enum {string}
                         */
                        state: "dying" | "shut_down" | "paused" | "vcpu_paused" | "down" | "blocked_in_xen" | "halted" | "runnable";
                        /** @description Pauses of it alone. */
                        pause_count: number;
                        waits_for?: {
                            /** @description The ioreq server that has its request. */
                            ioservid: number;
                            /** @description The event channel by which that tells of the answer. */
                            port: number;
                        };
                        access?: {
                            /** @description Its id. */
                            id: number;
                            /**
                             * @description How it stands.
                             * @enum {string}
                             */
                            outcome?: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                            /**
                             * @description What it waits for.
                             * @enum {string}
                             */
                            reason?: "ioreq" | "refaulting" | "paused" | "event";
                        };
                        request?: {
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir: "read" | "write";
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr: string;
                            /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                            data: string;
                            /** @description Bytes of one repetition. */
                            size: number;
                            /** @description Repetitions. */
                            count: number;
                            /** @description Repetitions run downwards. */
                            df: boolean;
                            /** @description `data` points at the values. */
                            data_is_ptr: boolean;
                        };
                        injected_event?: {
                            /** @description Its vector. */
                            vector: number;
                            /** @description What sort of event. */
                            type: ("ext_int" | "nmi" | "hw_exc" | "sw_int" | "pri_sw_exc" | "sw_exc") | number;
                            /** @description Its error code; 0xffffffff: none. */
                            error_code: number;
                            /** @description Length of the instruction. */
                            insn_len: number;
                            /** @description The address of a page fault. */
                            cr2: string;
                        };
                        interrupts?: {
                            /** @description An NMI is on its way. */
                            nmi_pending: boolean;
                            /** @description The vector by which it is told of event channels. */
                            upcall_vector?: number;
                            /** @description One of its event channels is pending. */
                            upcall_pending: boolean;
                            local_apic: {
                                /** @description It takes interrupts. */
                                enabled: boolean;
                                /** @description Its spurious-interrupt register. */
                                svr: number;
                                /** @description The task priority. */
                                tpr: number;
                                /** @description Vectors requested. */
                                irr: number[];
                                /** @description Vectors in service. */
                                isr: number[];
                            };
                        };
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: The domain has no such vcpu.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIoreqServers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The servers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ioreq_servers": [
                     *         {
                     *           "id": 0,
                     *           "emulator": 0,
                     *           "enabled": true,
                     *           "handle_bufioreq": "off",
                     *           "ranges": {
                     *             "port": [],
                     *             "memory": [],
                     *             "pci": [
                     *               {
                     *                 "start": "0x10",
                     *                 "end": "0x10"
                     *               }
                     *             ]
                     *           },
                     *           "owns_ioreq_server_pages": true,
                     *           "pages": "gfn",
                     *           "ioreq_gfn": "0xfeff0",
                     *           "ports": [
                     *             1
                     *           ],
                     *           "pending": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description In the order in which they are asked. */
                        ioreq_servers: {
                            /** @description Its id. */
                            id: number;
                            /** @description The domain that created it. */
                            emulator: number;
                            /** @description Up to 4.11: it gets what no other answers for, and hypercalls know no id of it. */
                            default?: boolean;
                            /** @description Whether it gets the requests in its ranges. */
                            enabled: boolean;
                            /**
                             * @description How its buffered ring is read.
                             * @enum {string}
                             */
                            handle_bufioreq: "off" | "legacy" | "atomic";
                            ranges: {
                                /** @description Ports. */
                                port: {
                                    /** @description First. */
                                    start: string;
                                    /** @description Last, inclusive. */
                                    end: string;
                                }[];
                                /** @description Guest-physical addresses. */
                                memory: {
                                    /** @description First. */
                                    start: string;
                                    /** @description Last, inclusive. */
                                    end: string;
                                }[];
                                /** @description PCI functions. */
                                pci: {
                                    /** @description First. */
                                    start: string;
                                    /** @description Last, inclusive. */
                                    end: string;
                                }[];
                            };
                            /** @description Whether it has claimed the writes to pages of type `ioreq_server`. */
                            owns_ioreq_server_pages: boolean;
                            /**
                             * @description Where its pages come from, if it has any.
                             * @enum {string}
                             */
                            pages: "none" | "gfn" | "resource";
                            /** @description Page of the synchronous slots, one of the special gfns. */
                            ioreq_gfn?: string;
                            /** @description Page of the buffered ring, one of the special gfns. */
                            bufioreq_gfn?: string;
                            /** @description By vcpu. */
                            ports: number[];
                            /** @description Event channel of the buffered ring. */
                            bufioreq_port?: number;
                            /** @description Whose requests wait for an answer, the longest first. */
                            pending: number[];
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIoreqServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 0,
                     *       "emulator": 0,
                     *       "enabled": true,
                     *       "handle_bufioreq": "off",
                     *       "ranges": {
                     *         "port": [],
                     *         "memory": [],
                     *         "pci": [
                     *           {
                     *             "start": "0x10",
                     *             "end": "0x10"
                     *           }
                     *         ]
                     *       },
                     *       "owns_ioreq_server_pages": true,
                     *       "pages": "gfn",
                     *       "ioreq_gfn": "0xfeff0",
                     *       "ports": [
                     *         1
                     *       ],
                     *       "pending": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its id. */
                        id: number;
                        /** @description The domain that created it. */
                        emulator: number;
                        /** @description Up to 4.11: it gets what no other answers for, and hypercalls know no id of it. */
                        default?: boolean;
                        /** @description Whether it gets the requests in its ranges. */
                        enabled: boolean;
                        /**
                         * @description How its buffered ring is read.
                         * @enum {string}
                         */
                        handle_bufioreq: "off" | "legacy" | "atomic";
                        ranges: {
                            /** @description Ports. */
                            port: {
                                /** @description First. */
                                start: string;
                                /** @description Last, inclusive. */
                                end: string;
                            }[];
                            /** @description Guest-physical addresses. */
                            memory: {
                                /** @description First. */
                                start: string;
                                /** @description Last, inclusive. */
                                end: string;
                            }[];
                            /** @description PCI functions. */
                            pci: {
                                /** @description First. */
                                start: string;
                                /** @description Last, inclusive. */
                                end: string;
                            }[];
                        };
                        /** @description Whether it has claimed the writes to pages of type `ioreq_server`. */
                        owns_ioreq_server_pages: boolean;
                        /**
                         * @description Where its pages come from, if it has any.
                         * @enum {string}
                         */
                        pages: "none" | "gfn" | "resource";
                        /** @description Page of the synchronous slots, one of the special gfns. */
                        ioreq_gfn?: string;
                        /** @description Page of the buffered ring, one of the special gfns. */
                        bufioreq_gfn?: string;
                        /** @description By vcpu. */
                        ports: number[];
                        /** @description Event channel of the buffered ring. */
                        bufioreq_port?: number;
                        /** @description Whose requests wait for an answer, the longest first. */
                        pending: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    selectIoreqServer: {
        parameters: {
            query: {
                /** @description What it is an address of. */
                type?: "memory" | "port" | "pci";
                /**
                 * @description A guest-physical address, a port, or bus << 8 | device << 3 | function.
                 * @example 0x100008
                 */
                addr: string;
                /** @description How many bytes. */
                size?: 1 | 2 | 4 | 8;
                /** @description Which way, as the guest sees it. */
                dir?: "read" | "write";
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who gets it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "memory",
                     *       "addr": "0x100008",
                     *       "size": 4,
                     *       "dir": "write",
                     *       "gets": "page",
                     *       "p2mt": "ram_rw",
                     *       "guest_sees": "page",
                     *       "why": "gfn 0x100 is ram_rw, and its EPT entry permits the write: no exit, nobody is asked",
                     *       "passed_over": []
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description What it is an address of.
                         * @enum {string}
                         */
                        type: "memory" | "port" | "pci";
                        /** @description The address. */
                        addr: string;
                        /**
                         * @description How many bytes.
                         * @enum {integer}
                         */
                        size: 1 | 2 | 4 | 8;
                        /**
                         * @description Which way, as the guest sees it.
                         * @enum {string}
                         */
                        dir: "read" | "write";
                        /**
                         * @description Who gets it; `page`: what is mapped there, mostly RAM.
                         * @enum {string}
                         */
                        gets: "page" | "xen" | "ioreq_server" | "monitor" | "nobody";
                        /** @description The ioreq server that gets it, or should. */
                        ioservid?: number;
                        /** @description Its domain. */
                        emulator?: number;
                        /** @description Xen's own device. */
                        device?: string;
                        /**
                         * @description What the page is, marks applied.
                         * @enum {string}
                         */
                        p2mt?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                        /**
                         * @description What becomes of the access.
                         * @enum {string}
                         */
                        guest_sees: "page" | "answer" | "all_ones" | "dropped" | "waits" | "refaults" | "gp_fault" | "domain_crash" | "host_panic";
                        /** @description The reason, in words. */
                        why: string;
                        /** @description Who does not get it, and might be thought to. */
                        passed_over: {
                            /** @description A server that has some of the address in its ranges. */
                            ioservid: number;
                            /**
                             * @description Why it does not get the access.
                             * @enum {string}
                             */
                            because: "disabled" | "part" | "asked_later" | "not_asked";
                            /** @description The same in words. */
                            why: string;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is no such address, the access is on two pages, or the domain is PV. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takePendingEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 0
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "wait_ms": 0
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How long to wait for an event.
                     * @default 0
                     */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description The ports; none if the wait has ended without an event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ports": [
                     *         1
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Ports that had an event and are masked now. */
                        ports: number[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain, or it was destroyed while the call waited. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `host-reset`: The host was reset, or restored from a snapshot, while the call waited.
             *
             *     `host-gone`: The host was deleted, or its time to live ended, while the call waited.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-waiting`: As many requests as may (`max-waiting`) wait on the host. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended while the call waited. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchangeIoreqs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "completions": [],
                 *       "max": 16,
                 *       "wait_ms": 0
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Answers.
                     * @default []
                     */
                    completions?: {
                        /** @description Whose request is answered. */
                        vcpu: number;
                        /** @description Which request: if another one is pending, nothing changes. */
                        seq?: number;
                        /** @description The value that the guest reads; a write needs none. */
                        data?: string | number;
                    }[];
                    /**
                     * @description How many requests are wanted at most, of each sort.
                     * @default 16
                     */
                    max?: number;
                    /**
                     * @description How long to wait for a request.
                     * @default 0
                     */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description What there is; nothing if the wait has ended without. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ioreqs": [
                     *         {
                     *           "seq": 1,
                     *           "vcpu": 0,
                     *           "type": "copy",
                     *           "dir": "write",
                     *           "addr": "0x100008",
                     *           "data": "0x2a",
                     *           "size": 4,
                     *           "count": 1,
                     *           "df": false,
                     *           "data_is_ptr": false,
                     *           "vp_eport": 1,
                     *           "delivery": 1
                     *         }
                     *       ],
                     *       "bufioreqs": [],
                     *       "stale": []
                     *     }
                     */
                    "application/json": {
                        /** @description What waits to be answered, what was handed out least often first. */
                        ioreqs: {
                            /** @description Counts the server's requests from 1. */
                            seq: number;
                            /** @description Whose it is. */
                            vcpu: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir: "read" | "write";
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr: string;
                            /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                            data: string;
                            /** @description Bytes of one repetition. */
                            size: number;
                            /** @description Repetitions. */
                            count: number;
                            /** @description Repetitions run downwards. */
                            df: boolean;
                            /** @description `data` points at the values. */
                            data_is_ptr: boolean;
                            /** @description The event channel that tells the vcpu of the answer. */
                            vp_eport: number;
                            /** @description How often it has been handed out, this time included. */
                            delivery: number;
                        }[];
                        /** @description What was taken from the buffered ring, the oldest first. */
                        bufioreqs: {
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir: "read" | "write";
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr: string;
                            /** @description The value of a write; with `data_is_ptr` the guest-physical address of the values. */
                            data: string;
                            /** @description Bytes of one repetition. */
                            size: number;
                            /** @description Repetitions. */
                            count: number;
                            /** @description Repetitions run downwards. */
                            df: boolean;
                            /** @description `data` points at the values. */
                            data_is_ptr: boolean;
                        }[];
                        /** @description Completions that answered no pending request. */
                        stale: {
                            /** @description The vcpu. */
                            vcpu: number;
                            /** @description The request that was answered. */
                            seq?: number;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `domain-gone`: The domain or the server was destroyed while the call waited.
             *
             *     `host-reset`: The host was reset, or restored from a snapshot, while the call waited.
             *
             *     `host-gone`: The host was deleted, or its time to live ended, while the call waited.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-waiting`: As many requests as may (`max-waiting`) wait on the host. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended while the call waited. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getResponder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who answers; null: nobody by itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": null
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description `ones`: reads bring all ones, writes vanish.
                         *     `zero`: reads bring 0, writes vanish.
                         *     `ram`: memory requests read and write the guest's RAM; where there is none, and at ports, as `ones`.
                         *     `pattern`: byte i of a read at address X brings (id + 10) << 4 | (X + i) & 15, as in the recordings; writes vanish.
                         * @enum {string|null}
                         */
                        mode: "ones" | "zero" | "ram" | "pattern" | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachResponder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "ones"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `ones`: reads bring all ones, writes vanish.
                     *     `zero`: reads bring 0, writes vanish.
                     *     `ram`: memory requests read and write the guest's RAM; where there is none, and at ports, as `ones`.
                     *     `pattern`: byte i of a read at address X brings (id + 10) << 4 | (X + i) & 15, as in the recordings; writes vanish.
                     * @enum {string}
                     */
                    mode: "ones" | "zero" | "ram" | "pattern";
                };
            };
        };
        responses: {
            /** @description Who answers; null: nobody by itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "ones"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description `ones`: reads bring all ones, writes vanish.
                         *     `zero`: reads bring 0, writes vanish.
                         *     `ram`: memory requests read and write the guest's RAM; where there is none, and at ports, as `ones`.
                         *     `pattern`: byte i of a read at address X brings (id + 10) << 4 | (X + i) & 15, as in the recordings; writes vanish.
                         * @enum {string|null}
                         */
                        mode: "ones" | "zero" | "ram" | "pattern" | null;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    detachResponder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMonitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": false,
                     *       "access_required": false,
                     *       "pending": 0
                     *     }
                     */
                    "application/json": {
                        /** @description Somebody watches. */
                        enabled: boolean;
                        /**
                         * @description Whether he hears what the guest asks for.
                         * @enum {string}
                         */
                        guest_requests?: "off" | "async" | "sync";
                        /** @description What nobody watches over crashes the domain. */
                        access_required: boolean;
                        /** @description Events that nobody has taken. */
                        pending: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableMonitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "access_required": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A restriction that nobody watches over crashes the domain, instead of being lifted.
                     * @default false
                     */
                    access_required?: boolean;
                    /**
                     * @description Whether events that the guest asks for are told, and its vcpu waits then.
                     * @default off
                     * @enum {string}
                     */
                    guest_requests?: "off" | "async" | "sync";
                };
            };
        };
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "guest_requests": "off",
                     *       "access_required": false,
                     *       "pending": 0
                     *     }
                     */
                    "application/json": {
                        /** @description Somebody watches. */
                        enabled: boolean;
                        /**
                         * @description Whether he hears what the guest asks for.
                         * @enum {string}
                         */
                        guest_requests?: "off" | "async" | "sync";
                        /** @description What nobody watches over crashes the domain. */
                        access_required: boolean;
                        /** @description Events that nobody has taken. */
                        pending: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EBUSY`: It is being watched. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is not HVM. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableMonitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody watches. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchangeMonitorEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resume": [],
                 *       "max": 16,
                 *       "wait_ms": 0
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Vcpus that may go on.
                     * @default []
                     */
                    resume?: {
                        /** @description Whose. */
                        vcpu: number;
                        /** @description Which event, counted from 1. */
                        seq?: number;
                    }[];
                    /**
                     * @description How many events are wanted at most.
                     * @default 16
                     */
                    max?: number;
                    /**
                     * @description How long to wait for one.
                     * @default 0
                     */
                    wait_ms?: number;
                };
            };
        };
        responses: {
            /** @description What there is; nothing if the wait has ended without. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "seq": 1,
                     *           "reason": "mem_access",
                     *           "vcpu": 0,
                     *           "vcpu_paused": true,
                     *           "gfn": "0x100",
                     *           "offset": 8,
                     *           "gla": "0x100008",
                     *           "tried": [
                     *             "read",
                     *             "write"
                     *           ],
                     *           "fault": "with_gla"
                     *         }
                     *       ],
                     *       "stale": []
                     *     }
                     */
                    "application/json": {
                        /** @description What has happened, the oldest first. */
                        events: {
                            /** @description Which event, counted from 1. */
                            seq: number;
                            /**
                             * @description What it is about.
                             * @enum {string}
                             */
                            reason: "mem_access" | "guest_request";
                            /** @description Whose access it was. */
                            vcpu: number;
                            /** @description It waits until it is resumed. */
                            vcpu_paused: boolean;
                            /** @description The page, of an access. */
                            gfn?: string;
                            /** @description Within the page. */
                            offset?: number;
                            /** @description The linear address, if hardware told it. */
                            gla?: string;
                            /** @description What the guest tried; a write is a read too. */
                            tried?: ("read" | "write" | "fetch")[];
                            /**
                             * @description On the access itself, or on a guest page table on the way to it.
                             * @enum {string}
                             */
                            fault?: "with_gla" | "in_gpt" | "unknown";
                        }[];
                        /** @description What was to be resumed and did not wait, or not for that. */
                        stale: {
                            /** @description Whose. */
                            vcpu: number;
                            /** @description Which event, counted from 1. */
                            seq?: number;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `domain-gone`: The domain was destroyed or is not watched any more.
             *
             *     `host-reset`: The host was reset, or restored from a snapshot, while the call waited.
             *
             *     `host-gone`: The host was deleted, or its time to live ended, while the call waited.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENODEV`: Nobody watches the domain. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended while the call waited. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIoreqPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
                /**
                 * @description Which page.
                 * @example ioreq
                 */
                page: "ioreq" | "bufioreq";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The 4,096 bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example (bytes) */
                    "application/octet-stream": unknown;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             *
             *     `no-such-page`: The server has no such page, or nobody has asked for it yet.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeIoreqPage: {
        parameters: {
            query?: {
                /** @description Where in the page the bytes begin. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
                /**
                 * @description Which page.
                 * @example ioreq
                 */
                page: "ioreq" | "bufioreq";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example (bytes) */
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description It is there. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             *
             *     `no-such-page`: The server has no such page, or nobody has asked for it yet.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-octets`: The body is not an octet stream. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The bytes do not fit the page. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mappings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mappings": [
                     *         {
                     *           "id": 1,
                     *           "by": 0,
                     *           "pages": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description By id. */
                        mappings: {
                            /** @description Its id. */
                            id: number;
                            /** @description The domain that has them mapped. */
                            by: number;
                            /** @description How many pages. */
                            pages: number;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapForeign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The domain that issues the call; 0 is dom0. */
                "xen-caller-domid"?: number;
            };
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_gfn": "0x100",
                 *       "nr": 1
                 *     }
                 */
                "application/json": {
                    /** @description The first page of RAM. */
                    first_gfn?: string | number;
                    /**
                     * @description How many pages.
                     * @default 1
                     */
                    nr?: number;
                    /** @description The ioreq server whose page is mapped instead. */
                    ioservid?: number;
                    /**
                     * @description Which: 0 the buffered ring, 1 the synchronous slots.
                     * @default 1
                     */
                    frame?: number;
                };
            };
        };
        responses: {
            /** @description It is mapped. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1
                     *     }
                     */
                    "application/json": {
                        /** @description By which it is let go of. */
                        id: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EPERM`: The server is another domain’s, or its pages were mapped by gfn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server, or it has no buffered ring.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: There is no RAM to be mapped, or the server has no such frame. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The mapping.
                 * @example 1
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example (bytes) */
                    "application/octet-stream": unknown;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `no-such-page`: There is no such mapping.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeMapping: {
        parameters: {
            query?: {
                /** @description Where the bytes begin. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The mapping.
                 * @example 1
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example (bytes) */
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description It is there. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `no-such-page`: There is no such mapping.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-octets`: The body is not an octet stream. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The bytes do not fit the pages. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmapForeign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The mapping.
                 * @example 1
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is let go of. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `no-such-page`: There is no such mapping.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRam: {
        parameters: {
            query?: {
                /** @description Where; 0 if not said. */
                gpa?: string;
                /** @description How many bytes; a page if not said. */
                length?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example (bytes) */
                    "application/octet-stream": unknown;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: Somewhere there is no RAM that could be mapped. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeRam: {
        parameters: {
            query?: {
                /** @description Where; 0 if not said. */
                gpa?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example (bytes) */
                "application/octet-stream": unknown;
            };
        };
        responses: {
            /** @description They are there. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-octets`: The body is not an octet stream. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: Somewhere there is no RAM that could be mapped. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listP2m: {
        parameters: {
            query?: {
                /** @description The first page. */
                first_gfn?: string;
                /** @description How many; up to the highest gfn, if not said. */
                nr?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "max_mapped_gfn": "0xfefff",
                     *       "runs": [
                     *         {
                     *           "first_gfn": "0x0",
                     *           "nr": 160,
                     *           "type": "ram_rw"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn: string;
                        /** @description Neighbouring gfns of one type together. */
                        runs: {
                            /** @description The first page. */
                            first_gfn: string;
                            /** @description How many pages. */
                            nr: number;
                            /** @description Their p2m type. */
                            type: string;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: A PV domain has no p2m. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getP2mEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The page.
                 * @example 0x100
                 */
                gfn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gfn": "0x100",
                     *       "type": "ram_rw",
                     *       "access": "rwx",
                     *       "mfn": "0x1100",
                     *       "order": 0
                     *     }
                     */
                    "application/json": {
                        /** @description The page. */
                        gfn: string;
                        /** @description Its p2m type; a hole is `mmio_dm`. */
                        type: string;
                        /** @description What a monitor lets the guest do. */
                        access: string;
                        /** @description The machine frame behind it, if there is one. */
                        mfn?: string;
                        /** @description log2 of the pages in the mapping or the hole around it. */
                        order: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: A PV domain has no p2m. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEptWalk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The page.
                 * @example 0x100
                 */
                gfn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gfn": "0x100",
                     *       "levels": [
                     *         {
                     *           "level": 0,
                     *           "index": 256,
                     *           "raw": "0x9c00000001100377",
                     *           "r": true,
                     *           "w": true,
                     *           "x": true,
                     *           "emt": 6,
                     *           "ipat": true,
                     *           "sp": false,
                     *           "a": true,
                     *           "d": true,
                     *           "recalc": false,
                     *           "mfn": "0x1100",
                     *           "p2mt": "ram_rw",
                     *           "access": "rwx",
                     *           "suppress_ve": true
                     *         }
                     *       ],
                     *       "outcome": "hit"
                     *     }
                     */
                    "application/json": {
                        /** @description The page. */
                        gfn: string;
                        /** @description From the root as far as the walk comes. */
                        levels: {
                            /** @description 3 is the root (PML4E), 0 the last (PTE). */
                            level: number;
                            /** @description Of the entry in its table. */
                            index: number;
                            /** @description The entry. */
                            raw: string;
                            /** @description Readable. */
                            r: boolean;
                            /** @description Writable. */
                            w: boolean;
                            /** @description Executable. */
                            x: boolean;
                            /** @description EPT memory type; 7 is none, by which Xen makes hardware stumble. */
                            emt: number;
                            /** @description Ignores the guest's PAT. */
                            ipat: boolean;
                            /** @description Maps a superpage. */
                            sp: boolean;
                            /** @description Accessed. */
                            a: boolean;
                            /** @description Dirty. */
                            d: boolean;
                            /** @description What it maps is to be looked at anew before its next use. */
                            recalc: boolean;
                            /** @description Machine frame: of the page, or of the next table. */
                            mfn: string;
                            /** @description The type that Xen remembers. */
                            p2mt: string;
                            /** @description What a monitor lets the guest do. */
                            access: string;
                            /** @description Violations exit instead of raising #VE. */
                            suppress_ve: boolean;
                        }[];
                        /**
                         * @description What a read meets.
                         * @enum {string}
                         */
                        outcome: "hit" | "violation" | "misconfig";
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: A PV domain has no p2m. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEptMap: {
        parameters: {
            query?: {
                /** @description Where it begins; rounded down to the border of a cell. */
                first_gfn?: string;
                /** @description log2 of the gfns in a cell. */
                order?: number;
                /** @description How many cells; fewer where the tables end. */
                cells?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The map. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "max_mapped_gfn": "0xfefff",
                     *       "first_gfn": "0x0",
                     *       "order": 9,
                     *       "cells": 512,
                     *       "runs": [
                     *         {
                     *           "first_gfn": "0x0",
                     *           "cells": 1,
                     *           "type": "ram_rw",
                     *           "mapping_order": 0,
                     *           "recalc": false,
                     *           "misconfigured": false,
                     *           "mixed": [
                     *             {
                     *               "type": "ram_rw",
                     *               "nr": 480,
                     *               "first_gfn": "0x0"
                     *             },
                     *             {
                     *               "type": "mmio_dm",
                     *               "nr": 32,
                     *               "first_gfn": "0xa0"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "first_gfn": "0x200",
                     *           "cells": 31,
                     *           "type": "ram_rw",
                     *           "mapping_order": 0,
                     *           "recalc": false,
                     *           "misconfigured": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The highest gfn that was ever mapped. */
                        max_mapped_gfn: string;
                        /** @description Where it begins. */
                        first_gfn: string;
                        /** @description log2 of the gfns in a cell. */
                        order: number;
                        /** @description How many cells. */
                        cells: number;
                        /** @description The cells, neighbours that are alike together. */
                        runs: {
                            /** @description The first page of the first cell. */
                            first_gfn: string;
                            /** @description How many neighbouring cells are alike. */
                            cells: number;
                            /**
                             * @description What most of their gfns are; a hole is `mmio_dm`.
                             * @enum {string}
                             */
                            type: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                            /** @description log2 of the pages in the smallest mapping or hole. */
                            mapping_order: number;
                            /** @description A mark for recalculation is still on an entry there, or on one above. */
                            recalc: boolean;
                            /** @description A guest access there would be an EPT misconfiguration, until that is resolved. */
                            misconfigured: boolean;
                            /** @description Where its gfns are of several types: all of them, the most frequent first. */
                            mixed?: {
                                /**
                                 * @description A p2m type.
                                 * @enum {string}
                                 */
                                type: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                                /** @description How many gfns of the cell are of it. */
                                nr: number;
                                /** @description The lowest of them. */
                                first_gfn: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: A PV domain has no p2m. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIrqs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The interrupts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pci_intx": [
                     *         {
                     *           "device": 3,
                     *           "intx": 0,
                     *           "link": 3
                     *         }
                     *       ],
                     *       "isa_irqs": [],
                     *       "pci_links": [
                     *         {
                     *           "isa_irq": 0,
                     *           "asserted_by": 0
                     *         },
                     *         {
                     *           "isa_irq": 0,
                     *           "asserted_by": 0
                     *         },
                     *         {
                     *           "isa_irq": 0,
                     *           "asserted_by": 0
                     *         },
                     *         {
                     *           "isa_irq": 11,
                     *           "asserted_by": 1
                     *         }
                     *       ],
                     *       "gsis": [
                     *         {
                     *           "gsi": 11,
                     *           "asserted_by": 1
                     *         },
                     *         {
                     *           "gsi": 28,
                     *           "asserted_by": 1
                     *         }
                     *       ],
                     *       "pics": {
                     *         "master": {
                     *           "irr": 4,
                     *           "isr": 0,
                     *           "imr": 0,
                     *           "elcr": 4,
                     *           "base": 0,
                     *           "output": true
                     *         },
                     *         "slave": {
                     *           "irr": 8,
                     *           "isr": 0,
                     *           "imr": 0,
                     *           "elcr": 0,
                     *           "base": 0,
                     *           "output": true
                     *         }
                     *       },
                     *       "io_apic": [],
                     *       "event_callback": {
                     *         "via": "none",
                     *         "asserted": false
                     *       },
                     *       "msis": []
                     *     }
                     */
                    "application/json": {
                        /** @description Pins that devices hold up. */
                        pci_intx: {
                            /** @description The device. */
                            device: number;
                            /** @description Its pin: 0 for INTA. */
                            intx: number;
                            /** @description The link that it belongs to. */
                            link: number;
                        }[];
                        /** @description ISA lines that devices hold up. */
                        isa_irqs: number[];
                        /** @description The four links. */
                        pci_links: {
                            /** @description The ISA line that it is routed to; 0: none. */
                            isa_irq: number;
                            /** @description How many pins hold it up. */
                            asserted_by: number;
                        }[];
                        /** @description Interrupts that are up. */
                        gsis: {
                            /** @description The interrupt. */
                            gsi: number;
                            /** @description How many wires hold it up. */
                            asserted_by: number;
                        }[];
                        pics?: {
                            master: {
                                /** @description Lines requested, a bit each. */
                                irr: number;
                                /** @description Lines in service. */
                                isr: number;
                                /** @description Lines masked. */
                                imr: number;
                                /** @description Lines that are level-triggered. */
                                elcr: number;
                                /** @description Vector of line 0. */
                                base: number;
                                /** @description It asks to be served. */
                                output: boolean;
                            };
                            slave: {
                                /** @description Lines requested, a bit each. */
                                irr: number;
                                /** @description Lines in service. */
                                isr: number;
                                /** @description Lines masked. */
                                imr: number;
                                /** @description Lines that are level-triggered. */
                                elcr: number;
                                /** @description Vector of line 0. */
                                base: number;
                                /** @description It asks to be served. */
                                output: boolean;
                            };
                        };
                        /** @description Entries that are not as after reset. */
                        io_apic?: {
                            /** @description The pin. */
                            gsi: number;
                            /** @description The vector. */
                            vector: number;
                            /** @description How it is delivered. */
                            delivery: ("fixed" | "lowest" | "smi" | "nmi" | "init" | "extint") | number;
                            /** @description To which local APICs. */
                            destination: number;
                            /** @description By their logical addresses. */
                            logical: boolean;
                            /** @description Level-triggered. */
                            level: boolean;
                            /** @description Not delivered at all. */
                            masked: boolean;
                            /** @description Delivered as a level and not ended yet. */
                            remote_irr: boolean;
                            /** @description The entry. */
                            raw: string;
                        }[];
                        event_callback: {
                            /**
                             * @description How the guest is told of event channels.
                             * @enum {string}
                             */
                            via: "none" | "gsi" | "pci_intx" | "vector";
                            /** @description By which interrupt. */
                            gsi?: number;
                            /** @description By a pin of which device. */
                            device?: number;
                            /** @description By which pin. */
                            pin?: number;
                            /** @description By which vector. */
                            vector?: number;
                            /** @description It is told right now. */
                            asserted: boolean;
                        };
                        /** @description The pirq that messages without a vector are mapped to. */
                        msi_pirq?: number;
                        /** @description The last messages injected, the newest last. */
                        msis: {
                            /** @description Its address. */
                            addr: string;
                            /** @description Its data. */
                            data: number;
                            /** @description The vector. */
                            vector: number;
                            /** @description How it is delivered. */
                            delivery: ("fixed" | "lowest" | "smi" | "nmi" | "init" | "extint") | number;
                            /** @description To which local APICs. */
                            destination: number;
                            /** @description By their logical addresses. */
                            logical: boolean;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ESRCH`: There is no such domain. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: The domain is PV. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "note": "HVMOPs of device models and DMOPs are offered by name side by side, whatever the profile of the domain, as long as its Xen has the operation at all; the knob dm_interface keeps to one of them. By number each profile has what its Xen has.",
                     *       "hypercalls": [
                     *         {
                     *           "interface": "hvmop",
                     *           "number": 17,
                     *           "name": "create_ioreq_server",
                     *           "aliases": [],
                     *           "since": "4.5",
                     *           "state": "full",
                     *           "profiles": {
                     *             "4.8": "full",
                     *             "v6-patch1": "full",
                     *             "v6-patch2": "full",
                     *             "v6-patch3": "full",
                     *             "v6-patch4": "full",
                     *             "v6": "full",
                     *             "4.9": "absent",
                     *             "4.17": "absent",
                     *             "4.22": "absent"
                     *           }
                     *         },
                     *         {
                     *           "interface": "hvmop",
                     *           "number": 18,
                     *           "name": "get_ioreq_server_info",
                     *           "aliases": [],
                     *           "since": "4.5",
                     *           "state": "full",
                     *           "profiles": {
                     *             "4.8": "full",
                     *             "v6-patch1": "full",
                     *             "v6-patch2": "full",
                     *             "v6-patch3": "full",
                     *             "v6-patch4": "full",
                     *             "v6": "full",
                     *             "4.9": "absent",
                     *             "4.17": "absent",
                     *             "4.22": "absent"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description What is ours and not of any Xen. */
                        note: string;
                        /** @description By interface and number. */
                        hypercalls: {
                            /**
                             * @description Under which path it is called.
                             * @enum {string}
                             */
                            interface: "hvmop" | "dmop" | "memory" | "domctl" | "evtchn";
                            /** @description Xen's number. */
                            number: number;
                            /** @description Xen's name. */
                            name: string;
                            /** @description Other names for it. */
                            aliases: string[];
                            /** @description The Xen that first had it. */
                            since?: string;
                            /**
                             * @description How much of it is here; `reserved`: Xen has no handler.
                             * @enum {string}
                             */
                            state: "full" | "partial" | "absent" | "reserved";
                            /** @description By the profile of the domain: `absent` is what its Xen does not have either, or we do not. */
                            profiles: {
                                [key: string]: "full" | "partial" | "absent";
                            };
                            /** @description What is not here, where it is partial. */
                            missing?: string;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readXenstore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The path, without the slash at its beginning.
                 * @example local/domain/0/name
                 */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The node. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "path": "/local/domain/0/name",
                     *       "value": "Domain-0",
                     *       "permissions": [
                     *         "n0"
                     *       ],
                     *       "children": []
                     *     }
                     */
                    "application/json": {
                        /** @description Its path. */
                        path: string;
                        /** @description What it holds, a byte a character. */
                        value: string;
                        /** @description As xenstored says them, the owner's first. */
                        permissions: string[];
                        /** @description What lies below it, in the order in which it came. */
                        children: string[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ENOENT`: There is no such node. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EINVAL`: That is no path. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profiles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "default": "4.17",
                     *       "profiles": [
                     *         {
                     *           "name": "4.8",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "hvmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": false,
                     *             "pause_on_map_mem_type": false,
                     *             "claim_required": false,
                     *             "entry_count_guard": false,
                     *             "ioreq_server_from": "any_ram",
                     *             "ioreq_server_routing": "ranges",
                     *             "ioreq_server_is_ram": false,
                     *             "null_owner": "unhandleable",
                     *             "hold_gfn_lock_over_mmio": false,
                     *             "rmw_read_from_ram": false,
                     *             "reset_on_unmap": "none",
                     *             "refuse_logdirty_while_claimed": false,
                     *             "non_hap_errno": "EINVAL",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "any_time",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": false,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 37,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_1",
                     *             "viridian_features": 63,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "panic",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EINVAL",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "v6-patch1",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "hvmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": true,
                     *             "claim_required": true,
                     *             "entry_count_guard": false,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "unhandleable",
                     *             "hold_gfn_lock_over_mmio": false,
                     *             "rmw_read_from_ram": false,
                     *             "reset_on_unmap": "none",
                     *             "refuse_logdirty_while_claimed": false,
                     *             "non_hap_errno": "EINVAL",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "any_time",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": false,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 37,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_1",
                     *             "viridian_features": 63,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "panic",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EINVAL",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "v6-patch2",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "hvmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": true,
                     *             "claim_required": true,
                     *             "entry_count_guard": false,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "unhandleable",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": false,
                     *             "reset_on_unmap": "none",
                     *             "refuse_logdirty_while_claimed": false,
                     *             "non_hap_errno": "EINVAL",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "any_time",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": false,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 37,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_1",
                     *             "viridian_features": 63,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "panic",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EINVAL",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "v6-patch3",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "hvmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": true,
                     *             "claim_required": true,
                     *             "entry_count_guard": false,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "unhandleable",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": true,
                     *             "reset_on_unmap": "none",
                     *             "refuse_logdirty_while_claimed": false,
                     *             "non_hap_errno": "EINVAL",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "any_time",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": false,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 37,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_1",
                     *             "viridian_features": 63,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "panic",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EINVAL",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "v6-patch4",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "hvmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": true,
                     *             "claim_required": true,
                     *             "entry_count_guard": false,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "unhandleable",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": true,
                     *             "reset_on_unmap": "lazy_and_sweep",
                     *             "refuse_logdirty_while_claimed": true,
                     *             "non_hap_errno": "EINVAL",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "any_time",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": false,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 37,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_1",
                     *             "viridian_features": 63,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "panic",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EINVAL",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "v6",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "hvmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": true,
                     *             "claim_required": true,
                     *             "entry_count_guard": false,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "unhandleable",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": true,
                     *             "reset_on_unmap": "lazy_and_sweep",
                     *             "refuse_logdirty_while_claimed": true,
                     *             "non_hap_errno": "EINVAL",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "any_time",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": false,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 37,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_1",
                     *             "viridian_features": 63,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "panic",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EINVAL",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "4.9",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "dmop",
                     *             "dm_ops": 15,
                     *             "dm_op_buffer": "whole",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": false,
                     *             "claim_required": true,
                     *             "entry_count_guard": true,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "retry",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": true,
                     *             "reset_on_unmap": "lazy_and_sweep",
                     *             "refuse_logdirty_while_claimed": true,
                     *             "non_hap_errno": "EOPNOTSUPP",
                     *             "dm_op_on_non_hvm": "success",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EINVAL",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "counter",
                     *             "ioreq_page_at": "create",
                     *             "legacy_ioreq_gfns": "none",
                     *             "default_ioreq_server": "under_construction",
                     *             "emulator_only": false,
                     *             "get_info_flags": false,
                     *             "ioreq_gfn_mismatch": "ignored",
                     *             "pvh_is_hvm": true,
                     *             "df_aware_ranges": false,
                     *             "pio_write_completion": true,
                     *             "destroyed_in_flight": "stays_ready",
                     *             "broadcast_to": "all",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "guest_decrease_reservation",
                     *             "copy_before_mmio": false,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 38,
                     *             "given_up_hvm_params": false,
                     *             "altp2m_param": "up_to_3",
                     *             "viridian_features": 127,
                     *             "events_told_at_once": false,
                     *             "gsi_without_io_apic": "nothing",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "as_own",
                     *             "vram_enables_log_dirty": true,
                     *             "modified_memory_copy_fails": true,
                     *             "modified_memory_buffers": 1,
                     *             "acquire_resource": false,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "own_decrease",
                     *             "foreign_pages": "EPERM",
                     *             "iomem_checks": "privilege_first",
                     *             "iomem_grant_recalculates": false,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": false,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": false,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "4.17",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "dmop",
                     *             "dm_ops": 20,
                     *             "dm_op_buffer": "own",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": false,
                     *             "claim_required": true,
                     *             "entry_count_guard": true,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "retry",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": true,
                     *             "reset_on_unmap": "lazy_and_sweep",
                     *             "refuse_logdirty_while_claimed": true,
                     *             "non_hap_errno": "EOPNOTSUPP",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": false,
                     *             "domid_in_use_errno": "EEXIST",
                     *             "reserved_domid_is_any": true,
                     *             "nested_virt": true,
                     *             "grant_frames_clamped": false,
                     *             "pirq_is_optional": false,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "EACCES",
                     *             "guests_acquire": false,
                     *             "resource_size_errno": "a_number",
                     *             "ept_entry_layout": "access_58",
                     *             "rangeset_remove_stretches": true,
                     *             "ioservid_allocation": "slot",
                     *             "ioreq_page_at": "get_info",
                     *             "legacy_ioreq_gfns": "inverted",
                     *             "default_ioreq_server": "never",
                     *             "emulator_only": true,
                     *             "get_info_flags": true,
                     *             "ioreq_gfn_mismatch": "crash",
                     *             "pvh_is_hvm": true,
                     *             "df_aware_ranges": true,
                     *             "pio_write_completion": false,
                     *             "destroyed_in_flight": "completes",
                     *             "broadcast_to": "enabled",
                     *             "unbufferable": "lost",
                     *             "invalidate_mapcache_on": "any_removal",
                     *             "copy_before_mmio": true,
                     *             "cmpxchg_tries_ram": false,
                     *             "mmio_cache_entries": 3,
                     *             "pending_write_reaches_ram": false,
                     *             "relocate_checks_type": false,
                     *             "nr_hvm_params": 39,
                     *             "given_up_hvm_params": true,
                     *             "altp2m_param": "up_to_3",
                     *             "viridian_features": 8191,
                     *             "events_told_at_once": true,
                     *             "gsi_without_io_apic": "nothing",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": true,
                     *             "pin_uncached_needs_iommu": false,
                     *             "xentrace_whole_words": false,
                     *             "pagetable_dying_of_others": "EOPNOTSUPP",
                     *             "vram_enables_log_dirty": false,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 2,
                     *             "acquire_resource": true,
                     *             "physmap_source": "any",
                     *             "physmap_moves_overlaps": false,
                     *             "invalidate_after": "removal",
                     *             "foreign_pages": "EPERM",
                     *             "iomem_checks": "range_first",
                     *             "iomem_grant_recalculates": true,
                     *             "iomem_unmap_needs_permission": true,
                     *             "mmio_superpages": true,
                     *             "dom0_has_msi_frames": false,
                     *             "max_vcpus_at_creation": true,
                     *             "debug_port_internal": false
                     *           }
                     *         },
                     *         {
                     *           "name": "4.22",
                     *           "knobs": {
                     *             "dm_interface": "both",
                     *             "binary_dm_interface": "dmop",
                     *             "dm_ops": 20,
                     *             "dm_op_buffer": "own",
                     *             "map_mem_type": true,
                     *             "pause_on_map_mem_type": false,
                     *             "claim_required": true,
                     *             "entry_count_guard": true,
                     *             "ioreq_server_from": "ram_rw",
                     *             "ioreq_server_routing": "owner",
                     *             "ioreq_server_is_ram": true,
                     *             "null_owner": "retry",
                     *             "hold_gfn_lock_over_mmio": true,
                     *             "rmw_read_from_ram": true,
                     *             "reset_on_unmap": "lazy_and_sweep",
                     *             "refuse_logdirty_while_claimed": true,
                     *             "non_hap_errno": "EOPNOTSUPP",
                     *             "dm_op_on_non_hvm": "EINVAL",
                     *             "shadow_paging": true,
                     *             "domid_in_use_errno": "EEXIST",
                     *             "reserved_domid_is_any": false,
                     *             "nested_virt": false,
                     *             "grant_frames_clamped": true,
                     *             "pirq_is_optional": true,
                     *             "mem_access": true,
                     *             "status_of_xen_ports": "told",
                     *             "guests_acquire": true,
                     *             "resource_size_errno": "EINVAL",
                     *             "ept_entry_layout": "access_59",
                     *             "rangeset_remove_stretches": false,
                     *             "ioservid_allocation": "slot",
                     *             "ioreq_page_at": "get_info",
                     *             "legacy_ioreq_gfns": "fallback",
                     *             "default_ioreq_server": "never",
                     *             "emulator_only": true,
                     *             "get_info_flags": true,
                     *             "ioreq_gfn_mismatch": "crash_unless_hole",
                     *             "pvh_is_hvm": true,
                     *             "df_aware_ranges": true,
                     *             "pio_write_completion": false,
                     *             "destroyed_in_flight": "completes",
                     *             "broadcast_to": "enabled",
                     *             "unbufferable": "unhandled",
                     *             "invalidate_mapcache_on": "any_removal",
                     *             "copy_before_mmio": true,
                     *             "cmpxchg_tries_ram": true,
                     *             "mmio_cache_entries": 64,
                     *             "pending_write_reaches_ram": true,
                     *             "relocate_checks_type": true,
                     *             "nr_hvm_params": 39,
                     *             "given_up_hvm_params": true,
                     *             "altp2m_param": "none",
                     *             "viridian_features": 8191,
                     *             "events_told_at_once": true,
                     *             "gsi_without_io_apic": "nothing",
                     *             "event_injection": "vmx",
                     *             "msi_pirq_signed": false,
                     *             "pin_uncached_needs_iommu": true,
                     *             "xentrace_whole_words": true,
                     *             "pagetable_dying_of_others": "EOPNOTSUPP",
                     *             "vram_enables_log_dirty": false,
                     *             "modified_memory_copy_fails": false,
                     *             "modified_memory_buffers": 2,
                     *             "acquire_resource": true,
                     *             "physmap_source": "ram_rw",
                     *             "physmap_moves_overlaps": true,
                     *             "invalidate_after": "removal",
                     *             "foreign_pages": "maps",
                     *             "iomem_checks": "range_first",
                     *             "iomem_grant_recalculates": true,
                     *             "iomem_unmap_needs_permission": false,
                     *             "mmio_superpages": true,
                     *             "dom0_has_msi_frames": true,
                     *             "max_vcpus_at_creation": true,
                     *             "debug_port_internal": true
                     *           }
                     *         }
                     *       ],
                     *       "knobs": [
                     *         {
                     *           "name": "dm_interface",
                     *           "what": "by which hypercalls device models may come, where they are called by name",
                     *           "values": [
                     *             "both",
                     *             "hvmop",
                     *             "dmop"
                     *           ],
                     *           "source": "ours: Xen has HVMOPs up to 4.8 and DMOPs from 4.9"
                     *         },
                     *         {
                     *           "name": "binary_dm_interface",
                     *           "what": "by which hypercalls device models may come, where they are called by number",
                     *           "values": [
                     *             "hvmop",
                     *             "dmop"
                     *           ],
                     *           "source": "xen/arch/x86/hvm/dm.c, since 4.9"
                     *         },
                     *         {
                     *           "name": "dm_ops",
                     *           "what": "the highest number of a DMOP",
                     *           "values": [
                     *             15,
                     *             20
                     *           ],
                     *           "source": "xen/include/public/hvm/dm_op.h; 16 since 4.10, 17 and 18 since 4.11, 19 and 20 since 4.15",
                     *           "doubt": "4.8 and v6 have none at all"
                     *         },
                     *         {
                     *           "name": "dm_op_buffer",
                     *           "what": "how much of struct xen_dm_op must be given: all of it, or what the operation has, and then no buffer at all is ENODATA",
                     *           "values": [
                     *             "whole",
                     *             "own"
                     *           ],
                     *           "source": "commits 85cb15dfe4, since 4.11, and aef948a300 with its backports"
                     *         },
                     *         {
                     *           "name": "map_mem_type",
                     *           "what": "an ioreq server can claim a page type",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "commit ca2b511d3f"
                     *         },
                     *         {
                     *           "name": "pause_on_map_mem_type",
                     *           "what": "the domain is paused while a claim is made or given up",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "change log of v6, patch 1/4"
                     *         },
                     *         {
                     *           "name": "claim_required",
                     *           "what": "pages become ioreq_server only while a server claims the type",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "set_mem_type() in xen/arch/x86/hvm/dm.c"
                     *         },
                     *         {
                     *           "name": "entry_count_guard",
                     *           "what": "a claim is refused while pages of the last owner are left",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "p2m_set_ioreq_server(), commit 1679e0df3d",
                     *           "doubt": "v6: recollected that the sweep alone was to prevent it"
                     *         },
                     *         {
                     *           "name": "ioreq_server_from",
                     *           "what": "which pages set_mem_type turns into ioreq_server",
                     *           "values": [
                     *             "any_ram",
                     *             "ram_rw"
                     *           ],
                     *           "source": "hvm_allow_p2m_type_change() in 4.8, allow_p2m_type_change() since"
                     *         },
                     *         {
                     *           "name": "ioreq_server_routing",
                     *           "what": "who gets a write to an ioreq_server page: the owner of the type, or a server by its ranges",
                     *           "values": [
                     *             "ranges",
                     *             "owner"
                     *           ],
                     *           "source": "hvmemul_do_io()"
                     *         },
                     *         {
                     *           "name": "ioreq_server_is_ram",
                     *           "what": "ioreq_server pages count as RAM for Xen itself",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "P2M_RAM_TYPES in asm/p2m.h"
                     *         },
                     *         {
                     *           "name": "null_owner",
                     *           "what": "what becomes of a write to an ioreq_server page that nobody owns",
                     *           "values": [
                     *             "retry",
                     *             "unhandleable"
                     *           ],
                     *           "source": "hvmemul_do_io()",
                     *           "doubt": "v6: from the discussion of its pause, the code was not seen"
                     *         },
                     *         {
                     *           "name": "hold_gfn_lock_over_mmio",
                     *           "what": "the p2m stays locked until the emulation of an access is over",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "v6 patch 2/4, commit d909cb9999"
                     *         },
                     *         {
                     *           "name": "rmw_read_from_ram",
                     *           "what": "the read half of a read-modify-write on an ioreq_server page is served from RAM",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "v6 patch 3/4, commit 4b602cced9"
                     *         },
                     *         {
                     *           "name": "reset_on_unmap",
                     *           "what": "how the pages of a claim go back to ram_rw when it is given up",
                     *           "values": [
                     *             "none",
                     *             "lazy",
                     *             "lazy_and_sweep"
                     *           ],
                     *           "source": "v6 patch 4/4, commits 1679e0df3d and 6d774a9516"
                     *         },
                     *         {
                     *           "name": "refuse_logdirty_while_claimed",
                     *           "what": "global log-dirty is refused while ioreq_server pages exist",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hap_enable_log_dirty()"
                     *         },
                     *         {
                     *           "name": "non_hap_errno",
                     *           "what": "the answer to a claim, and to set_mem_type(ioreq_server), on a domain without HAP",
                     *           "values": [
                     *             "EINVAL",
                     *             "EOPNOTSUPP"
                     *           ],
                     *           "source": "dm_op() and set_mem_type() in xen/arch/x86/hvm/dm.c",
                     *           "doubt": "v6: recollected"
                     *         },
                     *         {
                     *           "name": "dm_op_on_non_hvm",
                     *           "what": "the answer to a DMOP on a domain that is not HVM",
                     *           "values": [
                     *             "success",
                     *             "EINVAL"
                     *           ],
                     *           "source": "dm_op(); commit 615367b527, since 4.15"
                     *         },
                     *         {
                     *           "name": "shadow_paging",
                     *           "what": "the build has shadow paging, so that domains without HAP can be created",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "recorded: the 4.17 build has none"
                     *         },
                     *         {
                     *           "name": "domid_in_use_errno",
                     *           "what": "the answer to creating a domain with the domid of another",
                     *           "values": [
                     *             "EINVAL",
                     *             "EEXIST"
                     *           ],
                     *           "source": "XEN_DOMCTL_createdomain in xen/common/domctl.c"
                     *         },
                     *         {
                     *           "name": "reserved_domid_is_any",
                     *           "what": "a domid that is not for new domains stands for the next free one, instead of EEXIST",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "XEN_DOMCTL_createdomain; domid_alloc() since 4.21; recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "nested_virt",
                     *           "what": "domains with nested virtualization can be created",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "arch_sanitise_domain_config(), hvm_nested_virt_supported(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "grant_frames_clamped",
                     *           "what": "a domain that asks for more grant frames than the host gives gets those, instead of EINVAL",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "grant_table_init(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "pirq_is_optional",
                     *           "what": "an HVM domain may be without the emulation of pirqs",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "emulation_flags_ok() in xen/arch/x86/domain.c"
                     *         },
                     *         {
                     *           "name": "mem_access",
                     *           "what": "the processor has what restricted access to pages takes: EPT",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "ours: p2m_mem_access_sanity_check() refuses on AMD, where the recordings were made"
                     *         },
                     *         {
                     *           "name": "status_of_xen_ports",
                     *           "what": "how EVTCHNOP_status answers for a port of Xen's own: EACCES, or as for any other",
                     *           "values": [
                     *             "EACCES",
                     *             "told"
                     *           ],
                     *           "source": "evtchn_status(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "guests_acquire",
                     *           "what": "a domain whose memory is translated may acquire resources itself, instead of EACCES",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "arch_acquire_resource_check(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "resource_size_errno",
                     *           "what": "the size of a resource that there is not: a number that is none, or EINVAL",
                     *           "values": [
                     *             "a_number",
                     *             "EINVAL"
                     *           ],
                     *           "source": "resource_max_frames(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "ept_entry_layout",
                     *           "what": "where an EPT entry holds p2m_access_t: bits 61:58, or 62:59 beside paging-write",
                     *           "values": [
                     *             "access_58",
                     *             "access_59"
                     *           ],
                     *           "source": "ept_entry_t in asm/hvm/vmx/vmx.h",
                     *           "doubt": "4.22: read, not recorded"
                     *         },
                     *         {
                     *           "name": "rangeset_remove_stretches",
                     *           "what": "taking a range out of the log-dirty ranges, or of the frames of devices, may lengthen the one before it",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "rangeset_remove_range(); commit e118fc98e7"
                     *         },
                     *         {
                     *           "name": "ioservid_allocation",
                     *           "what": "ids of ioreq servers: counted up from 1 without a limit, or the lowest free of 8 slots",
                     *           "values": [
                     *             "counter",
                     *             "slot"
                     *           ],
                     *           "source": "next_ioservid(); slots since 4.11"
                     *         },
                     *         {
                     *           "name": "ioreq_page_at",
                     *           "what": "when an ioreq server gets its pages",
                     *           "values": [
                     *             "create",
                     *             "get_info"
                     *           ],
                     *           "source": "hvm_ioreq_server_init(); on demand since 4.11"
                     *         },
                     *         {
                     *           "name": "legacy_ioreq_gfns",
                     *           "what": "where the gfns of IOREQ_PFN and BUFIOREQ_PFN may serve when the pool is empty",
                     *           "values": [
                     *             "none",
                     *             "inverted",
                     *             "fallback"
                     *           ],
                     *           "source": "hvm_alloc_legacy_ioreq_gfn(); commit 282ed258a5 turned its test round"
                     *         },
                     *         {
                     *           "name": "default_ioreq_server",
                     *           "what": "when reading IOREQ_PFN, BUFIOREQ_PFN or BUFIOREQ_EVTCHN creates the default ioreq server: at any time, or until the domain is first unpaused",
                     *           "values": [
                     *             "any_time",
                     *             "under_construction",
                     *             "never"
                     *           ],
                     *           "source": "hvmop_get_param(); gone in 4.12"
                     *         },
                     *         {
                     *           "name": "emulator_only",
                     *           "what": "only the domain that created an ioreq server may work on it",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "xen/common/ioreq.c, since 4.11"
                     *         },
                     *         {
                     *           "name": "get_info_flags",
                     *           "what": "get_ioreq_server_info knows the flag no_gfns",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "XEN_DMOP_no_gfns, since 4.11"
                     *         },
                     *         {
                     *           "name": "ioreq_gfn_mismatch",
                     *           "what": "what becomes of a domain in which the gfn of an ioreq page maps something else when it is to be taken out",
                     *           "values": [
                     *             "ignored",
                     *             "crash",
                     *             "crash_unless_hole"
                     *           ],
                     *           "source": "p2m_remove_entry(), p2m_is_valid()"
                     *         },
                     *         {
                     *           "name": "pvh_is_hvm",
                     *           "what": "PVH domains take the hypercalls of HVM domains",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "is_hvm_domain(); PVH of the first kind went in 4.9"
                     *         },
                     *         {
                     *           "name": "df_aware_ranges",
                     *           "what": "a repeated memory request that runs downwards is matched by the bytes it touches",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "ioreq_mmio_first_byte(), since 4.12"
                     *         },
                     *         {
                     *           "name": "pio_write_completion",
                     *           "what": "an OUT is emulated once more when the device model has answered",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "ioreq_needs_completion(), since 4.11"
                     *         },
                     *         {
                     *           "name": "destroyed_in_flight",
                     *           "what": "a request whose server is gone when its vcpu runs: stays ready, or completes with its own data",
                     *           "values": [
                     *             "stays_ready",
                     *             "completes"
                     *           ],
                     *           "source": "commit f7039ee41b, since 4.14"
                     *         },
                     *         {
                     *           "name": "broadcast_to",
                     *           "what": "which ioreq servers a broadcast reaches",
                     *           "values": [
                     *             "all",
                     *             "enabled"
                     *           ],
                     *           "source": "ioreq_broadcast()"
                     *         },
                     *         {
                     *           "name": "unbufferable",
                     *           "what": "a buffered request that does not fit a slot: lost, or sent synchronously",
                     *           "values": [
                     *             "lost",
                     *             "unhandled"
                     *           ],
                     *           "source": "ioreq_send_buffered(); commit 2e0b545b84, since 4.20"
                     *         },
                     *         {
                     *           "name": "invalidate_mapcache_on",
                     *           "what": "after what the device models are told to forget their mappings of guest memory",
                     *           "values": [
                     *             "guest_decrease_reservation",
                     *             "any_removal"
                     *           ],
                     *           "source": "ioreq_request_mapcache_invalidate(), since 4.15"
                     *         },
                     *         {
                     *           "name": "copy_before_mmio",
                     *           "what": "emulation tries guest memory first, so that a write to ram_ro never reaches an ioreq server",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "recorded for 4.17 and 4.22",
                     *           "doubt": "4.8, v6, 4.9: by reading"
                     *         },
                     *         {
                     *           "name": "cmpxchg_tries_ram",
                     *           "what": "where a compare-and-exchange cannot be done in place it is stored as other writes are, guest memory first; else it goes to devices at once",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hvmemul_cmpxchg(); commits cb68799b45, since 4.11, and 2488ede7a9, since 4.21"
                     *         },
                     *         {
                     *           "name": "mmio_cache_entries",
                     *           "what": "memory operands of one instruction that a retry remembers",
                     *           "values": [
                     *             3,
                     *             64
                     *           ],
                     *           "source": "struct hvm_vcpu_io; commit 672894a11f, since 4.20"
                     *         },
                     *         {
                     *           "name": "pending_write_reaches_ram",
                     *           "what": "a forwarded write whose page has become ram_rw when it is answered is stored there too",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "recorded for 4.17 and 4.22",
                     *           "doubt": "4.8, v6, 4.9: taken to be as 4.17"
                     *         },
                     *         {
                     *           "name": "relocate_checks_type",
                     *           "what": "relocate_memory refuses pages that are not ram_rw",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "nr_hvm_params",
                     *           "what": "how many HVM parameters there are",
                     *           "values": [
                     *             37,
                     *             38,
                     *             39
                     *           ],
                     *           "source": "HVM_NR_PARAMS in public/hvm/params.h"
                     *         },
                     *         {
                     *           "name": "given_up_hvm_params",
                     *           "what": "parameters without a meaning any more (PAE_ENABLED, DM_DOMAIN, NESTEDHVM, BUFIOREQ_EVTCHN, MEMORY_EVENT_*) are refused",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hvm_allow_set_param(), hvm_allow_get_param()"
                     *         },
                     *         {
                     *           "name": "altp2m_param",
                     *           "what": "which values HVM_PARAM_ALTP2M takes",
                     *           "values": [
                     *             "up_to_1",
                     *             "up_to_3",
                     *             "none"
                     *           ],
                     *           "source": "hvm_set_param(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "viridian_features",
                     *           "what": "which bits HVM_PARAM_VIRIDIAN may have",
                     *           "values": [
                     *             63,
                     *             127,
                     *             8191
                     *           ],
                     *           "source": "HVMPV_feature_mask in public/hvm/params.h"
                     *         },
                     *         {
                     *           "name": "events_told_at_once",
                     *           "what": "setting HVM_PARAM_CALLBACK_IRQ or an upcall vector tells the vcpus of their events anew",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hvm_set_callback_via(), hvmop_set_evtchn_upcall_vector(), since 4.11"
                     *         },
                     *         {
                     *           "name": "gsi_without_io_apic",
                     *           "what": "what becomes of a host when an interrupt line goes up in a domain that has local APICs only",
                     *           "values": [
                     *             "panic",
                     *             "nothing"
                     *           ],
                     *           "source": "vioapic_irq_positive_edge()",
                     *           "doubt": "4.8, v6: by reading"
                     *         },
                     *         {
                     *           "name": "event_injection",
                     *           "what": "by the rules of which processor an injected event enters the guest: Intel VMX or AMD SVM",
                     *           "values": [
                     *             "vmx",
                     *             "svm"
                     *           ],
                     *           "source": "ours: the recordings were made on svm, see golden/xen/SURFACE.md"
                     *         },
                     *         {
                     *           "name": "msi_pirq_signed",
                     *           "what": "a pirq beyond 31 bits in the address of an MSI is out of range, not just too large",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hvm_inject_msi(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "pin_uncached_needs_iommu",
                     *           "what": "memory types UC, WC and UC- can be pinned only in a domain that has devices of its own",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hvm_set_mem_pinned_cacheattr(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "xentrace_whole_words",
                     *           "what": "HVMOP_xentrace refuses extra bytes that are not a multiple of 4",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "do_hvm_op(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "pagetable_dying_of_others",
                     *           "what": "the answer to HVMOP_pagetable_dying on another domain than the own",
                     *           "values": [
                     *             "as_own",
                     *             "EOPNOTSUPP"
                     *           ],
                     *           "source": "do_hvm_op()"
                     *         },
                     *         {
                     *           "name": "vram_enables_log_dirty",
                     *           "what": "to track video memory is to turn log-dirty mode on, for no page but those tracked",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "hap_track_dirty_vram(); commit 82417e0fd8, since 4.18 and in 4.17.7"
                     *         },
                     *         {
                     *           "name": "modified_memory_copy_fails",
                     *           "what": "DMOP modified_memory answers EFAULT whenever log-dirty mode is on",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "modified_memory() in 4.9; repaired in 4.10 by commit 1c2ea5ee05"
                     *         },
                     *         {
                     *           "name": "modified_memory_buffers",
                     *           "what": "how many buffers DMOP modified_memory wants to be given; one that is lacking holds no extent",
                     *           "values": [
                     *             1,
                     *             2
                     *           ],
                     *           "source": "dm_op(); recorded for 4.17 and 4.22",
                     *           "doubt": "4.8 and v6 have no DMOPs"
                     *         },
                     *         {
                     *           "name": "acquire_resource",
                     *           "what": "a device model can map pages of Xen itself, as those of its ioreq servers",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "XENMEM_acquire_resource, since 4.11"
                     *         },
                     *         {
                     *           "name": "physmap_source",
                     *           "what": "which pages relocate_memory and add_to_physmap move: any, or only ordinary RAM",
                     *           "values": [
                     *             "any",
                     *             "ram_rw"
                     *           ],
                     *           "source": "xenmem_add_to_physmap_one(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "physmap_moves_overlaps",
                     *           "what": "a range that moves upwards onto itself is moved from its end, so that nothing is lost",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "xenmem_add_to_physmap(), commit 7acc7dd36b; recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "invalidate_after",
                     *           "what": "when device models are told to forget what they have mapped: any page has left the map, or the guest itself has given RAM back",
                     *           "values": [
                     *             "own_decrease",
                     *             "removal"
                     *           ],
                     *           "source": "ioreq_request_mapcache_invalidate(), since 4.15; hvm_memory_op() before"
                     *         },
                     *         {
                     *           "name": "foreign_pages",
                     *           "what": "what add_to_physmap_batch does for a domain that wants pages of another in its map: refuses it, or maps them",
                     *           "values": [
                     *             "EINVAL",
                     *             "EPERM",
                     *             "maps"
                     *           ],
                     *           "source": "p2m_add_foreign(), arch_acquire_resource_check(); recorded for 4.17 and 4.22"
                     *         },
                     *         {
                     *           "name": "iomem_checks",
                     *           "what": "what XEN_DOMCTL_iomem_permission and memory_mapping look at first: who calls, or whether there are such frames",
                     *           "values": [
                     *             "privilege_first",
                     *             "range_first"
                     *           ],
                     *           "source": "do_domctl(); in 4.17.7 and 4.22, not in the releases between them that were looked at"
                     *         },
                     *         {
                     *           "name": "iomem_grant_recalculates",
                     *           "what": "the first grant of device frames has the memory types of what is mapped already computed anew",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "memory_type_changed(), since 4.13; iomem_permit_access(), since 4.17"
                     *         },
                     *         {
                     *           "name": "iomem_unmap_needs_permission",
                     *           "what": "device frames can be taken out of the map only of a domain that may still have them",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "XEN_DOMCTL_memory_mapping in xen/common/domctl.c"
                     *         },
                     *         {
                     *           "name": "mmio_superpages",
                     *           "what": "device frames are mapped by 2M pages where they can be",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "mmio_order(), since 4.12; before only with an IOMMU that shares the tables"
                     *         },
                     *         {
                     *           "name": "dom0_has_msi_frames",
                     *           "what": "dom0 may have the frames to which MSIs are written, but for that of the local APIC",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "dom0_setup_permissions() in 4.17.7 and 4.22"
                     *         },
                     *         {
                     *           "name": "max_vcpus_at_creation",
                     *           "what": "how many vcpus a domain has is said when it is created, and is never another number",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "XEN_DOMCTL_max_vcpus in xen/common/domctl.c"
                     *         },
                     *         {
                     *           "name": "debug_port_internal",
                     *           "what": "port 0xe9 is read inside Xen",
                     *           "values": [
                     *             false,
                     *             true
                     *           ],
                     *           "source": "recorded for 4.17 and 4.22"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Of a domain that names none. */
                        default: string;
                        /** @description Oldest first. */
                        profiles: {
                            /** @description As a domain names it. */
                            name: string;
                            /** @description The value of each knob. */
                            knobs: {
                                [key: string]: string | number | boolean;
                            };
                        }[];
                        /** @description What differs, one by one. */
                        knobs: {
                            /** @description As a domain turns it. */
                            name: string;
                            /** @description What it decides. */
                            what: string;
                            /** @description The values that it may have. */
                            values: (string | number | boolean)[];
                            /** @description Where Xen does so. */
                            source: string;
                            /** @description Why that is not certain. */
                            doubt?: string;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domain": {
                 *         "memory_mib": 4
                 *       },
                 *       "profile": "v6",
                 *       "knobs": {
                 *         "pause_on_map_mem_type": false
                 *       },
                 *       "setup": [
                 *         {
                 *           "op": "hvmop/create_ioreq_server",
                 *           "args": {
                 *             "handle_bufioreq": 0
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/set_ioreq_server_state",
                 *           "args": {
                 *             "id": 1,
                 *             "enabled": 1
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/map_mem_type",
                 *           "args": {
                 *             "id": 1,
                 *             "type": "ioreq_server",
                 *             "flags": [
                 *               "write"
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/set_mem_type",
                 *           "args": {
                 *             "hvmmem_type": "ioreq_server",
                 *             "first_pfn": "0x100",
                 *             "nr": 1
                 *           }
                 *         }
                 *       ],
                 *       "actors": {
                 *         "vcpu0": [
                 *           {
                 *             "guest": {
                 *               "kind": "write",
                 *               "gpa": "0x100000",
                 *               "size": 4,
                 *               "data": "0x1"
                 *             }
                 *           }
                 *         ],
                 *         "dm": [
                 *           {
                 *             "op": "hvmop/map_mem_type",
                 *             "args": {
                 *               "id": 1,
                 *               "type": "ioreq_server",
                 *               "flags": 0
                 *             }
                 *           }
                 *         ],
                 *         "answer": [
                 *           {
                 *             "dm": {
                 *               "server": 1,
                 *               "answer": "next"
                 *             }
                 *           }
                 *         ]
                 *       },
                 *       "invariants": [
                 *         "no_violation_without_server"
                 *       ],
                 *       "observe": {
                 *         "types": [
                 *           "0x100"
                 *         ]
                 *       },
                 *       "max_schedules": 100000
                 *     }
                 */
                "application/json": {
                    /**
                     * @default {
                     *       "type": "hvm",
                     *       "vcpus": 1,
                     *       "paused": false
                     *     }
                     */
                    domain?: {
                        /** @description For people. */
                        name?: string;
                        /** @description Which domid; the next free one, if not said. */
                        domid?: number;
                        /**
                         * @description What sort of guest.
                         * @default hvm
                         * @enum {string}
                         */
                        type?: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging; a PV domain has none. */
                        hap?: boolean;
                        /**
                         * @description How many.
                         * @default 1
                         */
                        vcpus?: number;
                        /** @description RAM from gfn 0 on, around the hole below 4 GiB; 64 if not said. */
                        memory_mib?: number;
                        /** @description RAM exactly so, instead of `memory_mib`. */
                        memory?: {
                            /** @description Its first page. */
                            first_gfn: string | number;
                            /** @description How many pages of 4 KiB. */
                            nr: number;
                            /**
                             * @description Size of every mapping: 4 KiB, 2 MiB, 1 GiB; the largest that fit, if not said.
                             * @enum {integer}
                             */
                            order?: 0 | 9 | 18;
                        }[];
                        /** @description As in `POST /domains`; if not said, pages for ioreq servers lie right above RAM. */
                        special_pages?: boolean;
                        /** @description HVM parameters. */
                        params?: {
                            [key: string]: string | number;
                        };
                        /**
                         * @description A whole PC or the local APIC alone.
                         * @enum {string}
                         */
                        emulation?: "full" | "lapic";
                        /** @description The largest grant table that it may have; 64 if not said. */
                        max_grant_frames?: number;
                        /** @description Keep its frames and ioreq pages in a file that a device model can map; see `--shm-dir`. */
                        shared_memory?: boolean;
                        /** @description Build it as libxl does, with the ports, parameters and xenstore entries that a device model such as QEMU looks for; its memory is shared where the host has a place for it. */
                        toolstack?: boolean;
                        /** @description The domain whose device model this one is. */
                        target?: number;
                        /**
                         * @description Which Xen it runs on.
                         * @enum {string}
                         */
                        profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                        /** @description Single differences from the profile: see /profiles. */
                        knobs?: {
                            [key: string]: string | number | boolean;
                        };
                        /**
                         * @description Leave it paused once, as Xen creates domains.
                         * @default false
                         */
                        paused?: boolean;
                    };
                    /**
                     * @description Which Xen it runs on.
                     * @enum {string}
                     */
                    profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    /** @description Single differences from the profile: see /profiles. */
                    knobs?: {
                        [key: string]: string | number | boolean;
                    };
                    /**
                     * @description What it does, one after the other.
                     * @default []
                     */
                    setup?: ({
                        /** @description A hypercall: its interface and name, as in its path. */
                        op?: string;
                        /** @description The body of that hypercall. */
                        args?: {
                            [key: string]: unknown;
                        };
                        /** @description Domid of who issues it; dom0 if not said. */
                        caller?: number;
                        guest?: {
                            /**
                             * @description The vcpu that does it.
                             * @default 0
                             */
                            vcpu?: number;
                            /**
                             * @description What it does.
                             * @enum {string}
                             */
                            kind: "read" | "write" | "rmw" | "exec" | "stos" | "rep_stos" | "in" | "out" | "movs" | "rep_movs" | "ins" | "outs" | "rep_ins" | "rep_outs" | "insn";
                            /** @description Where in guest-physical memory; of a copy, where to. */
                            gpa?: string | number;
                            /** @description Of a copy, where from. */
                            source?: string | number;
                            /** @description Which port. */
                            port?: number;
                            /** @description Bytes at a time: 1, 2, 4 or 8. If not said 8, through ports 4. */
                            size?: number;
                            /** @description What is written, or the operand of a read-modify-write. */
                            data?: string | number;
                            /**
                             * @description What a read-modify-write does; `add` if not said.
                             * @enum {string}
                             */
                            op?: "add" | "or" | "adc" | "sbb" | "and" | "sub" | "xor" | "inc" | "dec" | "neg" | "not" | "xchg" | "xadd" | "cmpxchg" | "bts" | "btr" | "btc";
                            /** @description Repetitions of a `rep_…`. */
                            count?: number;
                            /** @description Repetitions run downwards. */
                            df?: boolean;
                            /** @description Linear address, the gpa if not said; null: hardware reports none. */
                            gla?: string | number | null;
                            /** @description x86-64 machine code, byte by byte in hexadecimal; what it does is told by `regs`. */
                            bytes?: string;
                            /** @description Registers before the machine code. */
                            regs?: {
                                /** @description General register rax. */
                                rax?: string | number;
                                /** @description General register rcx. */
                                rcx?: string | number;
                                /** @description General register rdx. */
                                rdx?: string | number;
                                /** @description General register rbx. */
                                rbx?: string | number;
                                /** @description General register rsp. */
                                rsp?: string | number;
                                /** @description General register rbp. */
                                rbp?: string | number;
                                /** @description General register rsi. */
                                rsi?: string | number;
                                /** @description General register rdi. */
                                rdi?: string | number;
                                /** @description General register r8. */
                                r8?: string | number;
                                /** @description General register r9. */
                                r9?: string | number;
                                /** @description General register r10. */
                                r10?: string | number;
                                /** @description General register r11. */
                                r11?: string | number;
                                /** @description General register r12. */
                                r12?: string | number;
                                /** @description General register r13. */
                                r13?: string | number;
                                /** @description General register r14. */
                                r14?: string | number;
                                /** @description General register r15. */
                                r15?: string | number;
                                /** @description Where the machine code counts as lying. */
                                rip?: string | number;
                                /** @description Flags; bits that RFLAGS does not have are dropped. */
                                rflags?: string | number;
                                /** @description Of consequence with `cr3` alone: bit 16 is write protection. */
                                cr0?: string | number;
                                /** @description Guest-physical address of the guest's page tables; without, none translate. */
                                cr3?: string | number;
                                /** @description Address of the interrupt descriptor table. */
                                idt_base?: string | number;
                                /** @description Its last byte. */
                                idt_limit?: string | number;
                                /** @description Vector register xmm0. */
                                xmm0?: string;
                                /** @description Vector register xmm1. */
                                xmm1?: string;
                                /** @description Vector register xmm2. */
                                xmm2?: string;
                                /** @description Vector register xmm3. */
                                xmm3?: string;
                                /** @description Vector register xmm4. */
                                xmm4?: string;
                                /** @description Vector register xmm5. */
                                xmm5?: string;
                                /** @description Vector register xmm6. */
                                xmm6?: string;
                                /** @description Vector register xmm7. */
                                xmm7?: string;
                                /** @description Vector register xmm8. */
                                xmm8?: string;
                                /** @description Vector register xmm9. */
                                xmm9?: string;
                                /** @description Vector register xmm10. */
                                xmm10?: string;
                                /** @description Vector register xmm11. */
                                xmm11?: string;
                                /** @description Vector register xmm12. */
                                xmm12?: string;
                                /** @description Vector register xmm13. */
                                xmm13?: string;
                                /** @description Vector register xmm14. */
                                xmm14?: string;
                                /** @description Vector register xmm15. */
                                xmm15?: string;
                                /** @description Vector register mm0, over the x87 stack. */
                                mm0?: string | number;
                                /** @description Vector register mm1, over the x87 stack. */
                                mm1?: string | number;
                                /** @description Vector register mm2, over the x87 stack. */
                                mm2?: string | number;
                                /** @description Vector register mm3, over the x87 stack. */
                                mm3?: string | number;
                                /** @description Vector register mm4, over the x87 stack. */
                                mm4?: string | number;
                                /** @description Vector register mm5, over the x87 stack. */
                                mm5?: string | number;
                                /** @description Vector register mm6, over the x87 stack. */
                                mm6?: string | number;
                                /** @description Vector register mm7, over the x87 stack. */
                                mm7?: string | number;
                            };
                            /**
                             * @description Whether the answer tells each step.
                             * @default true
                             */
                            trace?: boolean;
                        };
                        dm?: {
                            /** @description Whose next request is waited for and answered. */
                            server: number;
                            /**
                             * @description The request that has waited longest.
                             * @default next
                             * @enum {string}
                             */
                            answer?: "next";
                            /** @description What a read gives. */
                            data?: string | number;
                        };
                        /**
                         * @description Of a set-up step: go on if it is refused, or does not come to its end.
                         * @default false
                         */
                        may_fail?: boolean;
                    } & (unknown | unknown | unknown))[];
                    /** @description By name. */
                    actors: {
                        [key: string]: ({
                            /** @description A hypercall: its interface and name, as in its path. */
                            op?: string;
                            /** @description The body of that hypercall. */
                            args?: {
                                [key: string]: unknown;
                            };
                            /** @description Domid of who issues it; dom0 if not said. */
                            caller?: number;
                            guest?: {
                                /**
                                 * @description The vcpu that does it.
                                 * @default 0
                                 */
                                vcpu?: number;
                                /**
                                 * @description What it does.
                                 * @enum {string}
                                 */
                                kind: "read" | "write" | "rmw" | "exec" | "stos" | "rep_stos" | "in" | "out" | "movs" | "rep_movs" | "ins" | "outs" | "rep_ins" | "rep_outs" | "insn";
                                /** @description Where in guest-physical memory; of a copy, where to. */
                                gpa?: string | number;
                                /** @description Of a copy, where from. */
                                source?: string | number;
                                /** @description Which port. */
                                port?: number;
                                /** @description Bytes at a time: 1, 2, 4 or 8. If not said 8, through ports 4. */
                                size?: number;
                                /** @description What is written, or the operand of a read-modify-write. */
                                data?: string | number;
                                /**
                                 * @description What a read-modify-write does; `add` if not said.
                                 * @enum {string}
                                 */
                                op?: "add" | "or" | "adc" | "sbb" | "and" | "sub" | "xor" | "inc" | "dec" | "neg" | "not" | "xchg" | "xadd" | "cmpxchg" | "bts" | "btr" | "btc";
                                /** @description Repetitions of a `rep_…`. */
                                count?: number;
                                /** @description Repetitions run downwards. */
                                df?: boolean;
                                /** @description Linear address, the gpa if not said; null: hardware reports none. */
                                gla?: string | number | null;
                                /** @description x86-64 machine code, byte by byte in hexadecimal; what it does is told by `regs`. */
                                bytes?: string;
                                /** @description Registers before the machine code. */
                                regs?: {
                                    /** @description General register rax. */
                                    rax?: string | number;
                                    /** @description General register rcx. */
                                    rcx?: string | number;
                                    /** @description General register rdx. */
                                    rdx?: string | number;
                                    /** @description General register rbx. */
                                    rbx?: string | number;
                                    /** @description General register rsp. */
                                    rsp?: string | number;
                                    /** @description General register rbp. */
                                    rbp?: string | number;
                                    /** @description General register rsi. */
                                    rsi?: string | number;
                                    /** @description General register rdi. */
                                    rdi?: string | number;
                                    /** @description General register r8. */
                                    r8?: string | number;
                                    /** @description General register r9. */
                                    r9?: string | number;
                                    /** @description General register r10. */
                                    r10?: string | number;
                                    /** @description General register r11. */
                                    r11?: string | number;
                                    /** @description General register r12. */
                                    r12?: string | number;
                                    /** @description General register r13. */
                                    r13?: string | number;
                                    /** @description General register r14. */
                                    r14?: string | number;
                                    /** @description General register r15. */
                                    r15?: string | number;
                                    /** @description Where the machine code counts as lying. */
                                    rip?: string | number;
                                    /** @description Flags; bits that RFLAGS does not have are dropped. */
                                    rflags?: string | number;
                                    /** @description Of consequence with `cr3` alone: bit 16 is write protection. */
                                    cr0?: string | number;
                                    /** @description Guest-physical address of the guest's page tables; without, none translate. */
                                    cr3?: string | number;
                                    /** @description Address of the interrupt descriptor table. */
                                    idt_base?: string | number;
                                    /** @description Its last byte. */
                                    idt_limit?: string | number;
                                    /** @description Vector register xmm0. */
                                    xmm0?: string;
                                    /** @description Vector register xmm1. */
                                    xmm1?: string;
                                    /** @description Vector register xmm2. */
                                    xmm2?: string;
                                    /** @description Vector register xmm3. */
                                    xmm3?: string;
                                    /** @description Vector register xmm4. */
                                    xmm4?: string;
                                    /** @description Vector register xmm5. */
                                    xmm5?: string;
                                    /** @description Vector register xmm6. */
                                    xmm6?: string;
                                    /** @description Vector register xmm7. */
                                    xmm7?: string;
                                    /** @description Vector register xmm8. */
                                    xmm8?: string;
                                    /** @description Vector register xmm9. */
                                    xmm9?: string;
                                    /** @description Vector register xmm10. */
                                    xmm10?: string;
                                    /** @description Vector register xmm11. */
                                    xmm11?: string;
                                    /** @description Vector register xmm12. */
                                    xmm12?: string;
                                    /** @description Vector register xmm13. */
                                    xmm13?: string;
                                    /** @description Vector register xmm14. */
                                    xmm14?: string;
                                    /** @description Vector register xmm15. */
                                    xmm15?: string;
                                    /** @description Vector register mm0, over the x87 stack. */
                                    mm0?: string | number;
                                    /** @description Vector register mm1, over the x87 stack. */
                                    mm1?: string | number;
                                    /** @description Vector register mm2, over the x87 stack. */
                                    mm2?: string | number;
                                    /** @description Vector register mm3, over the x87 stack. */
                                    mm3?: string | number;
                                    /** @description Vector register mm4, over the x87 stack. */
                                    mm4?: string | number;
                                    /** @description Vector register mm5, over the x87 stack. */
                                    mm5?: string | number;
                                    /** @description Vector register mm6, over the x87 stack. */
                                    mm6?: string | number;
                                    /** @description Vector register mm7, over the x87 stack. */
                                    mm7?: string | number;
                                };
                                /**
                                 * @description Whether the answer tells each step.
                                 * @default true
                                 */
                                trace?: boolean;
                            };
                            dm?: {
                                /** @description Whose next request is waited for and answered. */
                                server: number;
                                /**
                                 * @description The request that has waited longest.
                                 * @default next
                                 * @enum {string}
                                 */
                                answer?: "next";
                                /** @description What a read gives. */
                                data?: string | number;
                            };
                            /**
                             * @description Of a set-up step: go on if it is refused, or does not come to its end.
                             * @default false
                             */
                            may_fail?: boolean;
                        } & (unknown | unknown | unknown))[];
                    };
                    /**
                     * @description What must hold whatever the schedule.
                     * @default []
                     */
                    invariants?: (("no_violation_without_server" | "no_lost_write" | "no_stuck_vcpu" | "entry_count_matches_entries" | "claim_is_exclusive" | "no_domain_crash" | "no_host_panic") | {
                        /** @description By which `violated` names it. */
                        name: string;
                        /** @description What the final state has to be, as far as it is said here. */
                        state?: {
                            [key: string]: unknown;
                        };
                        /** @description What it must not be, all of it together. */
                        never?: {
                            [key: string]: unknown;
                        };
                    })[];
                    observe?: {
                        /**
                         * @description Pages whose types are part of an outcome.
                         * @default []
                         */
                        types?: (string | number)[];
                    };
                    /**
                     * @description After how many to stop, with those that are given up because what is left of them is known.
                     * @default 1000000
                     */
                    max_schedules?: number;
                };
            };
        };
        responses: {
            /** @description The outcomes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many were run; not those that could not differ. */
                        schedules: number;
                        /** @description There were more than were to be run. */
                        truncated: boolean;
                        /** @description Every distinct one. */
                        outcomes: {
                            /** @description By actor, what came of each of its steps; the last may not have come to its end. */
                            results: {
                                [key: string]: {
                                    [key: string]: unknown;
                                }[];
                            };
                            state: {
                                /** @description Entries of type `ioreq_server`, as Xen counts them. */
                                entry_count: number;
                                /** @description The server that owns the type. */
                                owner: number | null;
                                /** @description By page, those that were to be observed. */
                                types: {
                                    [key: string]: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                                };
                                /** @description Why the domain has stopped. */
                                shutdown?: string;
                            };
                            /** @description The invariants that did not hold. */
                            violated: string[];
                            /** @description How many of the schedules that were run led to it. */
                            count: number;
                            /** @description One schedule that leads to it. */
                            witness: {
                                /** @description Who moved. */
                                actor: string;
                                /**
                                 * @description From where; how the first move of a step is called tells what it is.
                                 * @enum {string}
                                 */
                                point: "hypercall" | "guest" | "device_model" | "domain_pause" | "ioreq_server_lock" | "ioreq_server_select" | "p2m_ioreq_lock" | "p2m_lock" | "preempt_check" | "vmexit" | "p2m_lookup" | "emulate" | "ioreq_send" | "vmentry";
                            }[];
                        }[];
                    };
                    /** @example {"schedules":500,"outcomes":5} */
                    "application/x-ndjson": unknown;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `set-up-failed`: The domain could not be made, a step of the set-up was refused, or the schedule cannot be followed: `errors` points at it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended meanwhile. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaySchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domain": {
                 *         "memory_mib": 4
                 *       },
                 *       "profile": "v6",
                 *       "knobs": {
                 *         "pause_on_map_mem_type": false
                 *       },
                 *       "setup": [
                 *         {
                 *           "op": "hvmop/create_ioreq_server",
                 *           "args": {
                 *             "handle_bufioreq": 0
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/set_ioreq_server_state",
                 *           "args": {
                 *             "id": 1,
                 *             "enabled": 1
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/map_mem_type",
                 *           "args": {
                 *             "id": 1,
                 *             "type": "ioreq_server",
                 *             "flags": [
                 *               "write"
                 *             ]
                 *           }
                 *         },
                 *         {
                 *           "op": "hvmop/set_mem_type",
                 *           "args": {
                 *             "hvmmem_type": "ioreq_server",
                 *             "first_pfn": "0x100",
                 *             "nr": 1
                 *           }
                 *         }
                 *       ],
                 *       "actors": {
                 *         "vcpu0": [
                 *           {
                 *             "guest": {
                 *               "kind": "write",
                 *               "gpa": "0x100000",
                 *               "size": 4,
                 *               "data": "0x1"
                 *             }
                 *           }
                 *         ],
                 *         "dm": [
                 *           {
                 *             "op": "hvmop/map_mem_type",
                 *             "args": {
                 *               "id": 1,
                 *               "type": "ioreq_server",
                 *               "flags": 0
                 *             }
                 *           }
                 *         ],
                 *         "answer": [
                 *           {
                 *             "dm": {
                 *               "server": 1,
                 *               "answer": "next"
                 *             }
                 *           }
                 *         ]
                 *       },
                 *       "invariants": [
                 *         "no_violation_without_server"
                 *       ],
                 *       "observe": {
                 *         "types": [
                 *           "0x100"
                 *         ]
                 *       },
                 *       "schedule": [
                 *         {
                 *           "actor": "dm",
                 *           "point": "hypercall"
                 *         },
                 *         {
                 *           "actor": "dm",
                 *           "point": "ioreq_server_lock"
                 *         },
                 *         {
                 *           "actor": "dm",
                 *           "point": "p2m_ioreq_lock"
                 *         },
                 *         {
                 *           "actor": "vcpu0",
                 *           "point": "guest"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @default {
                     *       "type": "hvm",
                     *       "vcpus": 1,
                     *       "paused": false
                     *     }
                     */
                    domain?: {
                        /** @description For people. */
                        name?: string;
                        /** @description Which domid; the next free one, if not said. */
                        domid?: number;
                        /**
                         * @description What sort of guest.
                         * @default hvm
                         * @enum {string}
                         */
                        type?: "hvm" | "pvh" | "pv";
                        /** @description Hardware-assisted paging; a PV domain has none. */
                        hap?: boolean;
                        /**
                         * @description How many.
                         * @default 1
                         */
                        vcpus?: number;
                        /** @description RAM from gfn 0 on, around the hole below 4 GiB; 64 if not said. */
                        memory_mib?: number;
                        /** @description RAM exactly so, instead of `memory_mib`. */
                        memory?: {
                            /** @description Its first page. */
                            first_gfn: string | number;
                            /** @description How many pages of 4 KiB. */
                            nr: number;
                            /**
                             * @description Size of every mapping: 4 KiB, 2 MiB, 1 GiB; the largest that fit, if not said.
                             * @enum {integer}
                             */
                            order?: 0 | 9 | 18;
                        }[];
                        /** @description As in `POST /domains`; if not said, pages for ioreq servers lie right above RAM. */
                        special_pages?: boolean;
                        /** @description HVM parameters. */
                        params?: {
                            [key: string]: string | number;
                        };
                        /**
                         * @description A whole PC or the local APIC alone.
                         * @enum {string}
                         */
                        emulation?: "full" | "lapic";
                        /** @description The largest grant table that it may have; 64 if not said. */
                        max_grant_frames?: number;
                        /** @description Keep its frames and ioreq pages in a file that a device model can map; see `--shm-dir`. */
                        shared_memory?: boolean;
                        /** @description Build it as libxl does, with the ports, parameters and xenstore entries that a device model such as QEMU looks for; its memory is shared where the host has a place for it. */
                        toolstack?: boolean;
                        /** @description The domain whose device model this one is. */
                        target?: number;
                        /**
                         * @description Which Xen it runs on.
                         * @enum {string}
                         */
                        profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                        /** @description Single differences from the profile: see /profiles. */
                        knobs?: {
                            [key: string]: string | number | boolean;
                        };
                        /**
                         * @description Leave it paused once, as Xen creates domains.
                         * @default false
                         */
                        paused?: boolean;
                    };
                    /**
                     * @description Which Xen it runs on.
                     * @enum {string}
                     */
                    profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    /** @description Single differences from the profile: see /profiles. */
                    knobs?: {
                        [key: string]: string | number | boolean;
                    };
                    /**
                     * @description What it does, one after the other.
                     * @default []
                     */
                    setup?: ({
                        /** @description A hypercall: its interface and name, as in its path. */
                        op?: string;
                        /** @description The body of that hypercall. */
                        args?: {
                            [key: string]: unknown;
                        };
                        /** @description Domid of who issues it; dom0 if not said. */
                        caller?: number;
                        guest?: {
                            /**
                             * @description The vcpu that does it.
                             * @default 0
                             */
                            vcpu?: number;
                            /**
                             * @description What it does.
                             * @enum {string}
                             */
                            kind: "read" | "write" | "rmw" | "exec" | "stos" | "rep_stos" | "in" | "out" | "movs" | "rep_movs" | "ins" | "outs" | "rep_ins" | "rep_outs" | "insn";
                            /** @description Where in guest-physical memory; of a copy, where to. */
                            gpa?: string | number;
                            /** @description Of a copy, where from. */
                            source?: string | number;
                            /** @description Which port. */
                            port?: number;
                            /** @description Bytes at a time: 1, 2, 4 or 8. If not said 8, through ports 4. */
                            size?: number;
                            /** @description What is written, or the operand of a read-modify-write. */
                            data?: string | number;
                            /**
                             * @description What a read-modify-write does; `add` if not said.
                             * @enum {string}
                             */
                            op?: "add" | "or" | "adc" | "sbb" | "and" | "sub" | "xor" | "inc" | "dec" | "neg" | "not" | "xchg" | "xadd" | "cmpxchg" | "bts" | "btr" | "btc";
                            /** @description Repetitions of a `rep_…`. */
                            count?: number;
                            /** @description Repetitions run downwards. */
                            df?: boolean;
                            /** @description Linear address, the gpa if not said; null: hardware reports none. */
                            gla?: string | number | null;
                            /** @description x86-64 machine code, byte by byte in hexadecimal; what it does is told by `regs`. */
                            bytes?: string;
                            /** @description Registers before the machine code. */
                            regs?: {
                                /** @description General register rax. */
                                rax?: string | number;
                                /** @description General register rcx. */
                                rcx?: string | number;
                                /** @description General register rdx. */
                                rdx?: string | number;
                                /** @description General register rbx. */
                                rbx?: string | number;
                                /** @description General register rsp. */
                                rsp?: string | number;
                                /** @description General register rbp. */
                                rbp?: string | number;
                                /** @description General register rsi. */
                                rsi?: string | number;
                                /** @description General register rdi. */
                                rdi?: string | number;
                                /** @description General register r8. */
                                r8?: string | number;
                                /** @description General register r9. */
                                r9?: string | number;
                                /** @description General register r10. */
                                r10?: string | number;
                                /** @description General register r11. */
                                r11?: string | number;
                                /** @description General register r12. */
                                r12?: string | number;
                                /** @description General register r13. */
                                r13?: string | number;
                                /** @description General register r14. */
                                r14?: string | number;
                                /** @description General register r15. */
                                r15?: string | number;
                                /** @description Where the machine code counts as lying. */
                                rip?: string | number;
                                /** @description Flags; bits that RFLAGS does not have are dropped. */
                                rflags?: string | number;
                                /** @description Of consequence with `cr3` alone: bit 16 is write protection. */
                                cr0?: string | number;
                                /** @description Guest-physical address of the guest's page tables; without, none translate. */
                                cr3?: string | number;
                                /** @description Address of the interrupt descriptor table. */
                                idt_base?: string | number;
                                /** @description Its last byte. */
                                idt_limit?: string | number;
                                /** @description Vector register xmm0. */
                                xmm0?: string;
                                /** @description Vector register xmm1. */
                                xmm1?: string;
                                /** @description Vector register xmm2. */
                                xmm2?: string;
                                /** @description Vector register xmm3. */
                                xmm3?: string;
                                /** @description Vector register xmm4. */
                                xmm4?: string;
                                /** @description Vector register xmm5. */
                                xmm5?: string;
                                /** @description Vector register xmm6. */
                                xmm6?: string;
                                /** @description Vector register xmm7. */
                                xmm7?: string;
                                /** @description Vector register xmm8. */
                                xmm8?: string;
                                /** @description Vector register xmm9. */
                                xmm9?: string;
                                /** @description Vector register xmm10. */
                                xmm10?: string;
                                /** @description Vector register xmm11. */
                                xmm11?: string;
                                /** @description Vector register xmm12. */
                                xmm12?: string;
                                /** @description Vector register xmm13. */
                                xmm13?: string;
                                /** @description Vector register xmm14. */
                                xmm14?: string;
                                /** @description Vector register xmm15. */
                                xmm15?: string;
                                /** @description Vector register mm0, over the x87 stack. */
                                mm0?: string | number;
                                /** @description Vector register mm1, over the x87 stack. */
                                mm1?: string | number;
                                /** @description Vector register mm2, over the x87 stack. */
                                mm2?: string | number;
                                /** @description Vector register mm3, over the x87 stack. */
                                mm3?: string | number;
                                /** @description Vector register mm4, over the x87 stack. */
                                mm4?: string | number;
                                /** @description Vector register mm5, over the x87 stack. */
                                mm5?: string | number;
                                /** @description Vector register mm6, over the x87 stack. */
                                mm6?: string | number;
                                /** @description Vector register mm7, over the x87 stack. */
                                mm7?: string | number;
                            };
                            /**
                             * @description Whether the answer tells each step.
                             * @default true
                             */
                            trace?: boolean;
                        };
                        dm?: {
                            /** @description Whose next request is waited for and answered. */
                            server: number;
                            /**
                             * @description The request that has waited longest.
                             * @default next
                             * @enum {string}
                             */
                            answer?: "next";
                            /** @description What a read gives. */
                            data?: string | number;
                        };
                        /**
                         * @description Of a set-up step: go on if it is refused, or does not come to its end.
                         * @default false
                         */
                        may_fail?: boolean;
                    } & (unknown | unknown | unknown))[];
                    /** @description By name. */
                    actors: {
                        [key: string]: ({
                            /** @description A hypercall: its interface and name, as in its path. */
                            op?: string;
                            /** @description The body of that hypercall. */
                            args?: {
                                [key: string]: unknown;
                            };
                            /** @description Domid of who issues it; dom0 if not said. */
                            caller?: number;
                            guest?: {
                                /**
                                 * @description The vcpu that does it.
                                 * @default 0
                                 */
                                vcpu?: number;
                                /**
                                 * @description What it does.
                                 * @enum {string}
                                 */
                                kind: "read" | "write" | "rmw" | "exec" | "stos" | "rep_stos" | "in" | "out" | "movs" | "rep_movs" | "ins" | "outs" | "rep_ins" | "rep_outs" | "insn";
                                /** @description Where in guest-physical memory; of a copy, where to. */
                                gpa?: string | number;
                                /** @description Of a copy, where from. */
                                source?: string | number;
                                /** @description Which port. */
                                port?: number;
                                /** @description Bytes at a time: 1, 2, 4 or 8. If not said 8, through ports 4. */
                                size?: number;
                                /** @description What is written, or the operand of a read-modify-write. */
                                data?: string | number;
                                /**
                                 * @description What a read-modify-write does; `add` if not said.
                                 * @enum {string}
                                 */
                                op?: "add" | "or" | "adc" | "sbb" | "and" | "sub" | "xor" | "inc" | "dec" | "neg" | "not" | "xchg" | "xadd" | "cmpxchg" | "bts" | "btr" | "btc";
                                /** @description Repetitions of a `rep_…`. */
                                count?: number;
                                /** @description Repetitions run downwards. */
                                df?: boolean;
                                /** @description Linear address, the gpa if not said; null: hardware reports none. */
                                gla?: string | number | null;
                                /** @description x86-64 machine code, byte by byte in hexadecimal; what it does is told by `regs`. */
                                bytes?: string;
                                /** @description Registers before the machine code. */
                                regs?: {
                                    /** @description General register rax. */
                                    rax?: string | number;
                                    /** @description General register rcx. */
                                    rcx?: string | number;
                                    /** @description General register rdx. */
                                    rdx?: string | number;
                                    /** @description General register rbx. */
                                    rbx?: string | number;
                                    /** @description General register rsp. */
                                    rsp?: string | number;
                                    /** @description General register rbp. */
                                    rbp?: string | number;
                                    /** @description General register rsi. */
                                    rsi?: string | number;
                                    /** @description General register rdi. */
                                    rdi?: string | number;
                                    /** @description General register r8. */
                                    r8?: string | number;
                                    /** @description General register r9. */
                                    r9?: string | number;
                                    /** @description General register r10. */
                                    r10?: string | number;
                                    /** @description General register r11. */
                                    r11?: string | number;
                                    /** @description General register r12. */
                                    r12?: string | number;
                                    /** @description General register r13. */
                                    r13?: string | number;
                                    /** @description General register r14. */
                                    r14?: string | number;
                                    /** @description General register r15. */
                                    r15?: string | number;
                                    /** @description Where the machine code counts as lying. */
                                    rip?: string | number;
                                    /** @description Flags; bits that RFLAGS does not have are dropped. */
                                    rflags?: string | number;
                                    /** @description Of consequence with `cr3` alone: bit 16 is write protection. */
                                    cr0?: string | number;
                                    /** @description Guest-physical address of the guest's page tables; without, none translate. */
                                    cr3?: string | number;
                                    /** @description Address of the interrupt descriptor table. */
                                    idt_base?: string | number;
                                    /** @description Its last byte. */
                                    idt_limit?: string | number;
                                    /** @description Vector register xmm0. */
                                    xmm0?: string;
                                    /** @description Vector register xmm1. */
                                    xmm1?: string;
                                    /** @description Vector register xmm2. */
                                    xmm2?: string;
                                    /** @description Vector register xmm3. */
                                    xmm3?: string;
                                    /** @description Vector register xmm4. */
                                    xmm4?: string;
                                    /** @description Vector register xmm5. */
                                    xmm5?: string;
                                    /** @description Vector register xmm6. */
                                    xmm6?: string;
                                    /** @description Vector register xmm7. */
                                    xmm7?: string;
                                    /** @description Vector register xmm8. */
                                    xmm8?: string;
                                    /** @description Vector register xmm9. */
                                    xmm9?: string;
                                    /** @description Vector register xmm10. */
                                    xmm10?: string;
                                    /** @description Vector register xmm11. */
                                    xmm11?: string;
                                    /** @description Vector register xmm12. */
                                    xmm12?: string;
                                    /** @description Vector register xmm13. */
                                    xmm13?: string;
                                    /** @description Vector register xmm14. */
                                    xmm14?: string;
                                    /** @description Vector register xmm15. */
                                    xmm15?: string;
                                    /** @description Vector register mm0, over the x87 stack. */
                                    mm0?: string | number;
                                    /** @description Vector register mm1, over the x87 stack. */
                                    mm1?: string | number;
                                    /** @description Vector register mm2, over the x87 stack. */
                                    mm2?: string | number;
                                    /** @description Vector register mm3, over the x87 stack. */
                                    mm3?: string | number;
                                    /** @description Vector register mm4, over the x87 stack. */
                                    mm4?: string | number;
                                    /** @description Vector register mm5, over the x87 stack. */
                                    mm5?: string | number;
                                    /** @description Vector register mm6, over the x87 stack. */
                                    mm6?: string | number;
                                    /** @description Vector register mm7, over the x87 stack. */
                                    mm7?: string | number;
                                };
                                /**
                                 * @description Whether the answer tells each step.
                                 * @default true
                                 */
                                trace?: boolean;
                            };
                            dm?: {
                                /** @description Whose next request is waited for and answered. */
                                server: number;
                                /**
                                 * @description The request that has waited longest.
                                 * @default next
                                 * @enum {string}
                                 */
                                answer?: "next";
                                /** @description What a read gives. */
                                data?: string | number;
                            };
                            /**
                             * @description Of a set-up step: go on if it is refused, or does not come to its end.
                             * @default false
                             */
                            may_fail?: boolean;
                        } & (unknown | unknown | unknown))[];
                    };
                    /**
                     * @description What must hold whatever the schedule.
                     * @default []
                     */
                    invariants?: (("no_violation_without_server" | "no_lost_write" | "no_stuck_vcpu" | "entry_count_matches_entries" | "claim_is_exclusive" | "no_domain_crash" | "no_host_panic") | {
                        /** @description By which `violated` names it. */
                        name: string;
                        /** @description What the final state has to be, as far as it is said here. */
                        state?: {
                            [key: string]: unknown;
                        };
                        /** @description What it must not be, all of it together. */
                        never?: {
                            [key: string]: unknown;
                        };
                    })[];
                    observe?: {
                        /**
                         * @description Pages whose types are part of an outcome.
                         * @default []
                         */
                        types?: (string | number)[];
                    };
                    /** @description Who moves when: the witness of an outcome. */
                    schedule: {
                        /** @description Who moves. */
                        actor: string;
                        /**
                         * @description From where.
                         * @enum {string}
                         */
                        point?: "hypercall" | "guest" | "device_model" | "domain_pause" | "ioreq_server_lock" | "ioreq_server_select" | "p2m_ioreq_lock" | "p2m_lock" | "preempt_check" | "vmexit" | "p2m_lookup" | "emulate" | "ioreq_send" | "vmentry";
                    }[];
                };
            };
        };
        responses: {
            /** @description What happened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "moves": [
                     *         {
                     *           "actor": "dm",
                     *           "point": "hypercall",
                     *           "trace": []
                     *         }
                     *       ],
                     *       "results": {
                     *         "vcpu0": [
                     *           {
                     *             "outcome": "completed",
                     *             "exits": [
                     *               {
                     *                 "reason": "EPT_MISCONFIG",
                     *                 "gpa": "0x100000"
                     *               }
                     *             ]
                     *           }
                     *         ],
                     *         "dm": [
                     *           {
                     *             "rc": 0
                     *           }
                     *         ],
                     *         "answer": [
                     *           {
                     *             "outcome": "blocked"
                     *           }
                     *         ]
                     *       },
                     *       "state": {
                     *         "entry_count": 0,
                     *         "owner": null,
                     *         "types": {
                     *           "0x100": "ram_rw"
                     *         }
                     *       },
                     *       "violated": []
                     *     }
                     */
                    "application/json": {
                        /** @description In order. */
                        moves: {
                            /** @description Who moved. */
                            actor: string;
                            /**
                             * @description From where.
                             * @enum {string}
                             */
                            point: "hypercall" | "guest" | "device_model" | "domain_pause" | "ioreq_server_lock" | "ioreq_server_select" | "p2m_ioreq_lock" | "p2m_lock" | "preempt_check" | "vmexit" | "p2m_lookup" | "emulate" | "ioreq_send" | "vmentry";
                            /** @description What its guest access did. */
                            trace: {
                                [key: string]: unknown;
                            }[];
                            state?: {
                                /** @description Entries of type `ioreq_server`, as Xen counts them. */
                                entry_count: number;
                                /** @description The server that owns the type. */
                                owner: number | null;
                                /** @description By page, those that were to be observed. */
                                types: {
                                    [key: string]: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                                };
                                /** @description Why the domain has stopped. */
                                shutdown?: string;
                            };
                        }[];
                        /** @description By actor, what came of each of its steps; the last may not have come to its end. */
                        results: {
                            [key: string]: {
                                [key: string]: unknown;
                            }[];
                        };
                        state: {
                            /** @description Entries of type `ioreq_server`, as Xen counts them. */
                            entry_count: number;
                            /** @description The server that owns the type. */
                            owner: number | null;
                            /** @description By page, those that were to be observed. */
                            types: {
                                [key: string]: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                            };
                            /** @description Why the domain has stopped. */
                            shutdown?: string;
                        };
                        /** @description The invariants that did not hold. */
                        violated: string[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `set-up-failed`: The domain could not be made, a step of the set-up was refused, or the schedule cannot be followed: `errors` points at it. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service ended meanwhile. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readJournal: {
        parameters: {
            query?: {
                /** @description Only what happened after the record of this number. */
                after?: number;
                /** @description How many records at most. */
                limit?: number;
                /** @description Only of these kinds, with commas between: hypercall, vmexit, npf, ept_misconfig, vmentry, inject, ioreq, ioreq_delivered, ioreq_completed, bufioreq, bufioreq_delivered, evtchn, domain, crash, guest_access, monitor, p2m_type, ioreq_claim, fault, clock. */
                kind?: string;
                /** @description Only calls of these operations, with commas between: `dmop/set_mem_type`, `hvmop/*`. */
                op?: string;
                /** @description Only about this domain. */
                domid?: number;
                /** @description Only about this vcpu. */
                vcpu?: number;
                /** @description Only about this page. */
                gfn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "seq": 12,
                     *           "time": "0x0",
                     *           "kind": "hypercall",
                     *           "domid": 1,
                     *           "gfn": "0x100",
                     *           "nr": 1,
                     *           "op": "dmop/set_mem_type",
                     *           "caller": 0,
                     *           "rc": 0,
                     *           "args": {
                     *             "nr": 1,
                     *             "mem_type": "ioreq_server",
                     *             "first_pfn": "0x100"
                     *           },
                     *           "xentrace": "PV_HYPERCALL_V2",
                     *           "request": "req-7"
                     *         }
                     *       ],
                     *       "next": 12,
                     *       "more": false,
                     *       "dropped": 0
                     *     }
                     */
                    "application/json": {
                        /** @description The oldest first. */
                        entries: ({
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "hypercall";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The operation, as multicall names it. */
                            op?: string;
                            /** @description The domain that issued it. */
                            caller?: number;
                            /** @description What it returned; without it, a real host would have panicked. */
                            rc?: number;
                            /** @description The name of a negative `rc`. */
                            errno?: string;
                            /** @description The numbers that it was given, by their names on the wire, up to six. */
                            args?: {
                                [key: string]: unknown;
                            };
                            /** @description The first number that it answered. */
                            told?: {
                                [key: string]: unknown;
                            };
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "vmexit";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /**
                             * @description Why the guest left.
                             * @enum {string}
                             */
                            reason?: "HLT" | "VMCALL" | "IO" | "EPT_VIOLATION" | "EPT_MISCONFIG";
                            /** @description Where. */
                            gpa?: string;
                            /** @description The exit qualification; misconfigurations have none. */
                            qualification?: string;
                            /** @description Which port. */
                            port?: string;
                            /** @description Bytes that go through the port. */
                            size?: number;
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir?: "read" | "write";
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "npf";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description Where. */
                            gpa?: string;
                            /** @description The exit qualification. */
                            qualification?: string;
                            /**
                             * @description Type of the page.
                             * @enum {string}
                             */
                            p2mt?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                            /** @description What the entry lets the guest do. */
                            access?: string;
                            /**
                             * @description What Xen made of it.
                             * @enum {string}
                             */
                            rule?: "access-restriction" | "executable-superpage" | "device-model-page" | "paged-out" | "shared" | "first-write-to-clean-page" | "spurious" | "unhandled";
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "ept_misconfig";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description Where. */
                            gpa?: string;
                            /** @description Its cause was found; else the domain crashes. */
                            resolved?: boolean;
                            /** @description Another vcpu had resolved it already. */
                            spurious?: boolean;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "vmentry";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "inject";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description Which exception or interrupt. */
                            vector?: number;
                            /** @description Its error code. */
                            error?: number;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "ioreq";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The ioreq server. */
                            ioservid?: number;
                            /** @description Counts the server's requests from 1. */
                            ioreq_seq?: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type?: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir?: "read" | "write";
                            /** @description Bytes of one repetition. */
                            size?: number;
                            /** @description Repetitions. */
                            count?: number;
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr?: string;
                            /** @description The value of a write. */
                            data?: string;
                            /** @description The event channel that tells the vcpu of the answer. */
                            vp_eport?: number;
                            /** @description `data` points at the values. */
                            data_is_ptr?: boolean;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "ioreq_delivered";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The ioreq server. */
                            ioservid?: number;
                            /** @description Counts the server's requests from 1. */
                            ioreq_seq?: number;
                            /** @description How often it has been handed out, this time included. */
                            delivery?: number;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "ioreq_completed";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The ioreq server. */
                            ioservid?: number;
                            /** @description Counts the server's requests from 1. */
                            ioreq_seq?: number;
                            /** @description False: its device model has gone. */
                            answered?: boolean;
                            /** @description The answer. */
                            data?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "bufioreq";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The ioreq server. */
                            ioservid?: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type?: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir?: "read" | "write";
                            /** @description Bytes of one repetition. */
                            size?: number;
                            /** @description Repetitions. */
                            count?: number;
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr?: string;
                            /** @description The value of a write. */
                            data?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "bufioreq_delivered";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The ioreq server. */
                            ioservid?: number;
                            /**
                             * @description What it asks for.
                             * @enum {string}
                             */
                            type?: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                            /**
                             * @description Which way, as the guest sees it.
                             * @enum {string}
                             */
                            dir?: "read" | "write";
                            /** @description Bytes of one repetition. */
                            size?: number;
                            /** @description Repetitions. */
                            count?: number;
                            /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                            addr?: string;
                            /** @description The value of a write. */
                            data?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "evtchn";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The port that has become pending. */
                            port?: number;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "domain";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /**
                             * @description What has become of it.
                             * @enum {string}
                             */
                            change?: "created" | "destroyed" | "paused" | "unpaused" | "shutdown" | "resumed" | "ioreq_servers";
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "crash";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description What Xen would have logged. */
                            why?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "guest_access";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description Of the access, in its domain. */
                            access_id?: number;
                            /**
                             * @description What has befallen it.
                             * @enum {string}
                             */
                            outcome?: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                            /**
                             * @description What it waits for.
                             * @enum {string}
                             */
                            reason?: "ioreq" | "refaulting" | "paused" | "event";
                            /**
                             * @description What it does.
                             * @enum {string}
                             */
                            access?: "read" | "write" | "rmw" | "exec" | "in" | "out" | "ins" | "outs" | "rep_ins" | "rep_outs" | "movs" | "stos" | "rep_movs" | "rep_stos" | "insn";
                            /** @description Where. */
                            gpa?: string;
                            /** @description How many bytes, where it was said. */
                            size?: number;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "monitor";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "p2m_type";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /**
                             * @description What the gfns are now; `invalid` is a hole.
                             * @enum {string}
                             */
                            p2mt?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                            /**
                             * @description Only those of them that were this.
                             * @enum {string}
                             */
                            from?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                            /** @description What the entry lets the guest do. */
                            access?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "ioreq_claim";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description Who owns the type ioreq_server now; without it, nobody. */
                            ioservid?: number;
                            /** @description What is forwarded: 2 for writes. */
                            flags?: number;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "fault";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description The fault rule. */
                            rule?: number;
                            /**
                             * @description What it did.
                             * @enum {string}
                             */
                            effect?: "errno" | "preempt" | "drop_before" | "drop_after" | "silence" | "delay";
                            /** @description The number of the errno, or of batches or milliseconds. */
                            value?: number;
                            /** @description The operation, as multicall names it. */
                            op?: string;
                        } | {
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "clock";
                            /** @description Counts what happens on the host from 1. */
                            seq: number;
                            /** @description Nanoseconds of the virtual clock. */
                            time: string;
                            /** @description The domain. */
                            domid?: number;
                            /** @description The vcpu. */
                            vcpu?: number;
                            /** @description The first page that it is about. */
                            gfn?: string;
                            /** @description How many pages it is about. */
                            nr?: number;
                            /** @description The request on whose account it happened, as `x-request-id` has it. */
                            request?: string;
                            /** @description What xentrace calls it. */
                            xentrace?: string;
                            /** @description What QEMU's tracing calls it. */
                            qemu?: string;
                            /** @description It stands still from now on. */
                            frozen?: boolean;
                        })[];
                        /** @description The `after` that goes on from here. */
                        next: number;
                        /** @description There are more records already. */
                        more: boolean;
                        /** @description How many records, of any sort, came after `after` and are not kept any more. */
                        dropped: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyJournal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expect": [
                 *         {
                 *           "match": {
                 *             "op": "dmop/set_mem_type",
                 *             "domid": 1,
                 *             "rc": 0,
                 *             "gfn": "0x100"
                 *           },
                 *           "exactly": 1
                 *         },
                 *         {
                 *           "match": {
                 *             "kind": "crash"
                 *           },
                 *           "never": true
                 *         },
                 *         {
                 *           "order": [
                 *             {
                 *               "op": "dmop/*"
                 *             },
                 *             {
                 *               "kind": "vmexit",
                 *               "fields": {
                 *                 "reason": "EPT_VIOLATION"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Only what happened after the record of this number.
                     * @default 0
                     */
                    after?: number;
                    /** @description All of them have to hold. */
                    expect: {
                        /** @description Which records are meant: all that have these fields. */
                        match?: {
                            /**
                             * @description What sort of record.
                             * @enum {string}
                             */
                            kind?: "hypercall" | "vmexit" | "npf" | "ept_misconfig" | "vmentry" | "inject" | "ioreq" | "ioreq_delivered" | "ioreq_completed" | "bufioreq" | "bufioreq_delivered" | "evtchn" | "domain" | "crash" | "guest_access" | "monitor" | "p2m_type" | "ioreq_claim" | "fault" | "clock";
                            /** @description The operation, `dmop/set_mem_type`; `dmop/*` for all of an interface. */
                            op?: string;
                            /** @description About which domain. */
                            domid?: number;
                            /** @description About which vcpu. */
                            vcpu?: number;
                            /** @description A page that is among those that it is about. */
                            gfn?: string | number;
                            /** @description What it returned; without it, a real host would have panicked. */
                            rc?: number;
                            /** @description Any other fields of the record; of an object those that are named. A number may be said in any of its forms. */
                            fields?: {
                                [key: string]: unknown;
                            };
                        };
                        /** @description How often it is there. */
                        exactly?: number;
                        /** @description How often it is there, or more often. */
                        at_least?: number;
                        /** @description How often it is there, or less often. */
                        at_most?: number;
                        /** @description It is not there. */
                        never?: boolean;
                        /** @description Records that are there one after the other, with any between. */
                        order?: {
                            /**
                             * @description What sort of record.
                             * @enum {string}
                             */
                            kind?: "hypercall" | "vmexit" | "npf" | "ept_misconfig" | "vmentry" | "inject" | "ioreq" | "ioreq_delivered" | "ioreq_completed" | "bufioreq" | "bufioreq_delivered" | "evtchn" | "domain" | "crash" | "guest_access" | "monitor" | "p2m_type" | "ioreq_claim" | "fault" | "clock";
                            /** @description The operation, `dmop/set_mem_type`; `dmop/*` for all of an interface. */
                            op?: string;
                            /** @description About which domain. */
                            domid?: number;
                            /** @description About which vcpu. */
                            vcpu?: number;
                            /** @description A page that is among those that it is about. */
                            gfn?: string | number;
                            /** @description What it returned; without it, a real host would have panicked. */
                            rc?: number;
                            /** @description Any other fields of the record; of an object those that are named. A number may be said in any of its forms. */
                            fields?: {
                                [key: string]: unknown;
                            };
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Each verdict. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "passed": false,
                     *       "results": [
                     *         {
                     *           "passed": true,
                     *           "said": "exactly 1 record with domid 1, rc 0, op dmop/set_mem_type, gfn 0x100: found 1",
                     *           "found": [
                     *             12
                     *           ],
                     *           "near_misses": []
                     *         },
                     *         {
                     *           "passed": true,
                     *           "said": "no record with kind crash: found 0",
                     *           "found": [],
                     *           "near_misses": []
                     *         },
                     *         {
                     *           "passed": false,
                     *           "said": "step 2 of 2, a record with kind vmexit, reason EPT_VIOLATION: not found after record 12",
                     *           "found": [
                     *             12
                     *           ],
                     *           "near_misses": []
                     *         }
                     *       ],
                     *       "dropped": 0
                     *     }
                     */
                    "application/json": {
                        /** @description All of them hold. */
                        passed: boolean;
                        /** @description In the order of the expectations. */
                        results: {
                            /** @description It holds. */
                            passed: boolean;
                            /** @description What was expected, and what was found. */
                            said: string;
                            /** @description The records that fitted, up to a hundred. */
                            found: number[];
                            /** @description Where it fails for want of a record: those that come closest, the closest first. */
                            near_misses: {
                                /** @description Something that happened: which fields it has is a matter of its `kind`. */
                                entry: {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "hypercall";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The operation, as multicall names it. */
                                    op?: string;
                                    /** @description The domain that issued it. */
                                    caller?: number;
                                    /** @description What it returned; without it, a real host would have panicked. */
                                    rc?: number;
                                    /** @description The name of a negative `rc`. */
                                    errno?: string;
                                    /** @description The numbers that it was given, by their names on the wire, up to six. */
                                    args?: {
                                        [key: string]: unknown;
                                    };
                                    /** @description The first number that it answered. */
                                    told?: {
                                        [key: string]: unknown;
                                    };
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "vmexit";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /**
                                     * @description Why the guest left.
                                     * @enum {string}
                                     */
                                    reason?: "HLT" | "VMCALL" | "IO" | "EPT_VIOLATION" | "EPT_MISCONFIG";
                                    /** @description Where. */
                                    gpa?: string;
                                    /** @description The exit qualification; misconfigurations have none. */
                                    qualification?: string;
                                    /** @description Which port. */
                                    port?: string;
                                    /** @description Bytes that go through the port. */
                                    size?: number;
                                    /**
                                     * @description Which way, as the guest sees it.
                                     * @enum {string}
                                     */
                                    dir?: "read" | "write";
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "npf";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description Where. */
                                    gpa?: string;
                                    /** @description The exit qualification. */
                                    qualification?: string;
                                    /**
                                     * @description Type of the page.
                                     * @enum {string}
                                     */
                                    p2mt?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                                    /** @description What the entry lets the guest do. */
                                    access?: string;
                                    /**
                                     * @description What Xen made of it.
                                     * @enum {string}
                                     */
                                    rule?: "access-restriction" | "executable-superpage" | "device-model-page" | "paged-out" | "shared" | "first-write-to-clean-page" | "spurious" | "unhandled";
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "ept_misconfig";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description Where. */
                                    gpa?: string;
                                    /** @description Its cause was found; else the domain crashes. */
                                    resolved?: boolean;
                                    /** @description Another vcpu had resolved it already. */
                                    spurious?: boolean;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "vmentry";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "inject";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description Which exception or interrupt. */
                                    vector?: number;
                                    /** @description Its error code. */
                                    error?: number;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "ioreq";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The ioreq server. */
                                    ioservid?: number;
                                    /** @description Counts the server's requests from 1. */
                                    ioreq_seq?: number;
                                    /**
                                     * @description What it asks for.
                                     * @enum {string}
                                     */
                                    type?: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                                    /**
                                     * @description Which way, as the guest sees it.
                                     * @enum {string}
                                     */
                                    dir?: "read" | "write";
                                    /** @description Bytes of one repetition. */
                                    size?: number;
                                    /** @description Repetitions. */
                                    count?: number;
                                    /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                                    addr?: string;
                                    /** @description The value of a write. */
                                    data?: string;
                                    /** @description The event channel that tells the vcpu of the answer. */
                                    vp_eport?: number;
                                    /** @description `data` points at the values. */
                                    data_is_ptr?: boolean;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "ioreq_delivered";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The ioreq server. */
                                    ioservid?: number;
                                    /** @description Counts the server's requests from 1. */
                                    ioreq_seq?: number;
                                    /** @description How often it has been handed out, this time included. */
                                    delivery?: number;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "ioreq_completed";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The ioreq server. */
                                    ioservid?: number;
                                    /** @description Counts the server's requests from 1. */
                                    ioreq_seq?: number;
                                    /** @description False: its device model has gone. */
                                    answered?: boolean;
                                    /** @description The answer. */
                                    data?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "bufioreq";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The ioreq server. */
                                    ioservid?: number;
                                    /**
                                     * @description What it asks for.
                                     * @enum {string}
                                     */
                                    type?: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                                    /**
                                     * @description Which way, as the guest sees it.
                                     * @enum {string}
                                     */
                                    dir?: "read" | "write";
                                    /** @description Bytes of one repetition. */
                                    size?: number;
                                    /** @description Repetitions. */
                                    count?: number;
                                    /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                                    addr?: string;
                                    /** @description The value of a write. */
                                    data?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "bufioreq_delivered";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The ioreq server. */
                                    ioservid?: number;
                                    /**
                                     * @description What it asks for.
                                     * @enum {string}
                                     */
                                    type?: "pio" | "copy" | "pci_config" | "timeoffset" | "invalidate";
                                    /**
                                     * @description Which way, as the guest sees it.
                                     * @enum {string}
                                     */
                                    dir?: "read" | "write";
                                    /** @description Bytes of one repetition. */
                                    size?: number;
                                    /** @description Repetitions. */
                                    count?: number;
                                    /** @description Port or guest-physical address; for `pci_config` sbdf << 32 | register. */
                                    addr?: string;
                                    /** @description The value of a write. */
                                    data?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "evtchn";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The port that has become pending. */
                                    port?: number;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "domain";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /**
                                     * @description What has become of it.
                                     * @enum {string}
                                     */
                                    change?: "created" | "destroyed" | "paused" | "unpaused" | "shutdown" | "resumed" | "ioreq_servers";
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "crash";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description What Xen would have logged. */
                                    why?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "guest_access";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description Of the access, in its domain. */
                                    access_id?: number;
                                    /**
                                     * @description What has befallen it.
                                     * @enum {string}
                                     */
                                    outcome?: "completed" | "pending" | "injected" | "monitor_event" | "domain_crash" | "host_panic";
                                    /**
                                     * @description What it waits for.
                                     * @enum {string}
                                     */
                                    reason?: "ioreq" | "refaulting" | "paused" | "event";
                                    /**
                                     * @description What it does.
                                     * @enum {string}
                                     */
                                    access?: "read" | "write" | "rmw" | "exec" | "in" | "out" | "ins" | "outs" | "rep_ins" | "rep_outs" | "movs" | "stos" | "rep_movs" | "rep_stos" | "insn";
                                    /** @description Where. */
                                    gpa?: string;
                                    /** @description How many bytes, where it was said. */
                                    size?: number;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "monitor";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "p2m_type";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /**
                                     * @description What the gfns are now; `invalid` is a hole.
                                     * @enum {string}
                                     */
                                    p2mt?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                                    /**
                                     * @description Only those of them that were this.
                                     * @enum {string}
                                     */
                                    from?: "ram_rw" | "invalid" | "ram_logdirty" | "ram_ro" | "mmio_dm" | "mmio_direct" | "populate_on_demand" | "grant_map_rw" | "grant_map_ro" | "ram_paging_out" | "ram_paged" | "ram_paging_in" | "ram_shared" | "ram_broken" | "map_foreign" | "ioreq_server";
                                    /** @description What the entry lets the guest do. */
                                    access?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "ioreq_claim";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description Who owns the type ioreq_server now; without it, nobody. */
                                    ioservid?: number;
                                    /** @description What is forwarded: 2 for writes. */
                                    flags?: number;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "fault";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description The fault rule. */
                                    rule?: number;
                                    /**
                                     * @description What it did.
                                     * @enum {string}
                                     */
                                    effect?: "errno" | "preempt" | "drop_before" | "drop_after" | "silence" | "delay";
                                    /** @description The number of the errno, or of batches or milliseconds. */
                                    value?: number;
                                    /** @description The operation, as multicall names it. */
                                    op?: string;
                                } | {
                                    /**
                                     * @description What happened.
                                     * @enum {string}
                                     */
                                    kind: "clock";
                                    /** @description Counts what happens on the host from 1. */
                                    seq: number;
                                    /** @description Nanoseconds of the virtual clock. */
                                    time: string;
                                    /** @description The domain. */
                                    domid?: number;
                                    /** @description The vcpu. */
                                    vcpu?: number;
                                    /** @description The first page that it is about. */
                                    gfn?: string;
                                    /** @description How many pages it is about. */
                                    nr?: number;
                                    /** @description The request on whose account it happened, as `x-request-id` has it. */
                                    request?: string;
                                    /** @description What xentrace calls it. */
                                    xentrace?: string;
                                    /** @description What QEMU's tracing calls it. */
                                    qemu?: string;
                                    /** @description It stands still from now on. */
                                    frozen?: boolean;
                                };
                                /** @description In what. */
                                differs: {
                                    /** @description Which field; with `/` those within it. */
                                    field: string;
                                    /** @description What it was to be. */
                                    expected: unknown;
                                    /** @description What it is; null where there is none. */
                                    found: unknown;
                                }[];
                            }[];
                        }[];
                        /** @description How many records since `after` are not kept any more. */
                        dropped: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchEvents: {
        parameters: {
            query?: {
                /** @description Begin after the record of this number, as far as it is kept. */
                after?: number;
                /** @description Only of these kinds, with commas between: hypercall, vmexit, npf, ept_misconfig, vmentry, inject, ioreq, ioreq_delivered, ioreq_completed, bufioreq, bufioreq_delivered, evtchn, domain, crash, guest_access, monitor, p2m_type, ioreq_claim, fault, clock. */
                kind?: string;
                /** @description Only calls of these operations, with commas between: `dmop/set_mem_type`, `hvmop/*`. */
                op?: string;
                /** @description Only about this domain. */
                domid?: number;
                /** @description Only about this vcpu. */
                vcpu?: number;
                /** @description Only about this page. */
                gfn?: string;
            };
            header?: {
                /** @description Begin after the record of this number, as far as it is kept. */
                "last-event-id"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until one side ends it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example retry: 1000
                     *
                     *     id: 12
                     *     event: hypercall
                     *     data: {"seq":12,"time":"0x0","kind":"hypercall","domid":1,"gfn":"0x100","nr":1,"op":"dmop/set_mem_type","caller":0,"rc":0,"args":{"nr":1,"mem_type":"ioreq_server","first_pfn":"0x100"},"xentrace":"PV_HYPERCALL_V2","request":"req-7"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-waiting`: As many requests as may (`max-waiting`) wait on the host. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `shutting-down`: The service is ending. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "faults": [
                     *         {
                     *           "id": 1,
                     *           "op": "dmop/set_mem_type",
                     *           "domid": 1,
                     *           "errno": "EAGAIN",
                     *           "count": 2,
                     *           "probability": 1,
                     *           "skip": 0,
                     *           "seed": 1,
                     *           "met": 3,
                     *           "fired": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description In the order in which they are tried. */
                        faults: {
                            /** @description Of the rule. */
                            id: number;
                            /** @description Which calls: `dmop/set_mem_type`, `dmop/*`, `guest-access`, `exchange`, or `*` for every one. */
                            op: string;
                            /** @description Only about this domain. */
                            domid?: number;
                            /** @description Of `exchange`: only about this ioreq server. */
                            ioservid?: number;
                            /**
                             * @description They are refused with it, if it is one that they can have.
                             * @enum {string}
                             */
                            errno?: "EPERM" | "ENOENT" | "ESRCH" | "EINTR" | "EIO" | "ENXIO" | "E2BIG" | "EAGAIN" | "ENOMEM" | "EACCES" | "EFAULT" | "EBUSY" | "EEXIST" | "EXDEV" | "ENODEV" | "EINVAL" | "ENOSPC" | "EDOM" | "ERANGE" | "ENOSYS" | "ENOTEMPTY" | "ENODATA" | "EOVERFLOW" | "EILSEQ" | "EOPNOTSUPP" | "EADDRNOTAVAIL";
                            /** @description They wait so long first, in milliseconds. */
                            delay_ms?: number;
                            /** @description They give way after so many batches, as if `preempt` said so. */
                            after_batches?: number;
                            /**
                             * @description Their connection closes without an answer, before anything is done or after.
                             * @enum {string}
                             */
                            drop?: "before" | "after";
                            /** @description Requests to a device model are not delivered for so long, in milliseconds; null: while the rule is there. */
                            silence_ms?: number | null;
                            /** @description Of each time that it could strike. */
                            probability: number;
                            /** @description How often it strikes at most. */
                            count?: number;
                            /** @description How many calls it lets pass first. */
                            skip: number;
                            /** @description Of its chance: the same calls fare the same. */
                            seed: number;
                            /** @description How many calls it was about. */
                            met: number;
                            /** @description How often it has struck. */
                            fired: number;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "op": "dmop/set_mem_type",
                 *       "domid": 1,
                 *       "errno": "EAGAIN",
                 *       "count": 2
                 *     }
                 */
                "application/json": {
                    /** @description Which calls: `dmop/set_mem_type`, `dmop/*`, `guest-access`, `exchange`, or `*` for every one. */
                    op: string;
                    /** @description Only about this domain. */
                    domid?: number;
                    /** @description Of `exchange`: only about this ioreq server. */
                    ioservid?: number;
                    /**
                     * @description They are refused with it, if it is one that they can have.
                     * @enum {string}
                     */
                    errno?: "EPERM" | "ENOENT" | "ESRCH" | "EINTR" | "EIO" | "ENXIO" | "E2BIG" | "EAGAIN" | "ENOMEM" | "EACCES" | "EFAULT" | "EBUSY" | "EEXIST" | "EXDEV" | "ENODEV" | "EINVAL" | "ENOSPC" | "EDOM" | "ERANGE" | "ENOSYS" | "ENOTEMPTY" | "ENODATA" | "EOVERFLOW" | "EILSEQ" | "EOPNOTSUPP" | "EADDRNOTAVAIL";
                    /** @description They wait so long first, in milliseconds. */
                    delay_ms?: number;
                    /** @description They give way after so many batches, as if `preempt` said so. */
                    after_batches?: number;
                    /**
                     * @description Their connection closes without an answer, before anything is done or after.
                     * @enum {string}
                     */
                    drop?: "before" | "after";
                    /** @description Requests to a device model are not delivered for so long, in milliseconds; null: while the rule is there. */
                    silence_ms?: number | null;
                    /**
                     * @description Of each time that it could strike.
                     * @default 1
                     */
                    probability?: number;
                    /** @description How often it strikes at most. */
                    count?: number;
                    /**
                     * @description How many calls it lets pass first.
                     * @default 0
                     */
                    skip?: number;
                    /**
                     * @description Of its chance: the same calls fare the same.
                     * @default 1
                     */
                    seed?: number;
                };
            };
        };
        responses: {
            /** @description It is in force. */
            201: {
                headers: {
                    /** @description Where it can be read. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "op": "dmop/set_mem_type",
                     *       "domid": 1,
                     *       "errno": "EAGAIN",
                     *       "count": 2,
                     *       "probability": 1,
                     *       "skip": 0,
                     *       "seed": 1,
                     *       "met": 0,
                     *       "fired": 0
                     *     }
                     */
                    "application/json": {
                        /** @description Of the rule. */
                        id: number;
                        /** @description Which calls: `dmop/set_mem_type`, `dmop/*`, `guest-access`, `exchange`, or `*` for every one. */
                        op: string;
                        /** @description Only about this domain. */
                        domid?: number;
                        /** @description Of `exchange`: only about this ioreq server. */
                        ioservid?: number;
                        /**
                         * @description They are refused with it, if it is one that they can have.
                         * @enum {string}
                         */
                        errno?: "EPERM" | "ENOENT" | "ESRCH" | "EINTR" | "EIO" | "ENXIO" | "E2BIG" | "EAGAIN" | "ENOMEM" | "EACCES" | "EFAULT" | "EBUSY" | "EEXIST" | "EXDEV" | "ENODEV" | "EINVAL" | "ENOSPC" | "EDOM" | "ERANGE" | "ENOSYS" | "ENOTEMPTY" | "ENODATA" | "EOVERFLOW" | "EILSEQ" | "EOPNOTSUPP" | "EADDRNOTAVAIL";
                        /** @description They wait so long first, in milliseconds. */
                        delay_ms?: number;
                        /** @description They give way after so many batches, as if `preempt` said so. */
                        after_batches?: number;
                        /**
                         * @description Their connection closes without an answer, before anything is done or after.
                         * @enum {string}
                         */
                        drop?: "before" | "after";
                        /** @description Requests to a device model are not delivered for so long, in milliseconds; null: while the rule is there. */
                        silence_ms?: number | null;
                        /** @description Of each time that it could strike. */
                        probability: number;
                        /** @description How often it strikes at most. */
                        count?: number;
                        /** @description How many calls it lets pass first. */
                        skip: number;
                        /** @description Of its chance: the same calls fare the same. */
                        seed: number;
                        /** @description How many calls it was about. */
                        met: number;
                        /** @description How often it has struck. */
                        fired: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The rule.
                 * @example 1
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "op": "dmop/set_mem_type",
                     *       "domid": 1,
                     *       "errno": "EAGAIN",
                     *       "count": 2,
                     *       "probability": 1,
                     *       "skip": 0,
                     *       "seed": 1,
                     *       "met": 3,
                     *       "fired": 2
                     *     }
                     */
                    "application/json": {
                        /** @description Of the rule. */
                        id: number;
                        /** @description Which calls: `dmop/set_mem_type`, `dmop/*`, `guest-access`, `exchange`, or `*` for every one. */
                        op: string;
                        /** @description Only about this domain. */
                        domid?: number;
                        /** @description Of `exchange`: only about this ioreq server. */
                        ioservid?: number;
                        /**
                         * @description They are refused with it, if it is one that they can have.
                         * @enum {string}
                         */
                        errno?: "EPERM" | "ENOENT" | "ESRCH" | "EINTR" | "EIO" | "ENXIO" | "E2BIG" | "EAGAIN" | "ENOMEM" | "EACCES" | "EFAULT" | "EBUSY" | "EEXIST" | "EXDEV" | "ENODEV" | "EINVAL" | "ENOSPC" | "EDOM" | "ERANGE" | "ENOSYS" | "ENOTEMPTY" | "ENODATA" | "EOVERFLOW" | "EILSEQ" | "EOPNOTSUPP" | "EADDRNOTAVAIL";
                        /** @description They wait so long first, in milliseconds. */
                        delay_ms?: number;
                        /** @description They give way after so many batches, as if `preempt` said so. */
                        after_batches?: number;
                        /**
                         * @description Their connection closes without an answer, before anything is done or after.
                         * @enum {string}
                         */
                        drop?: "before" | "after";
                        /** @description Requests to a device model are not delivered for so long, in milliseconds; null: while the rule is there. */
                        silence_ms?: number | null;
                        /** @description Of each time that it could strike. */
                        probability: number;
                        /** @description How often it strikes at most. */
                        count?: number;
                        /** @description How many calls it lets pass first. */
                        skip: number;
                        /** @description Of its chance: the same calls fare the same. */
                        seed: number;
                        /** @description How many calls it was about. */
                        met: number;
                        /** @description How often it has struck. */
                        fired: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-fault`: There is no such rule, or not any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The rule.
                 * @example 1
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-fault`: There is no such rule, or not any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "0x3b9aca00",
                     *       "frozen": true
                     *     }
                     */
                    "application/json": {
                        /** @description Nanoseconds since the machine came up. */
                        now: string;
                        /** @description It stands still unless it is moved. */
                        frozen: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "frozen": true,
                 *       "advance_ns": 1000000000
                 *     }
                 */
                "application/json": {
                    /** @description Whether it stands still, or runs as fast as time does. */
                    frozen?: boolean;
                    /**
                     * @description By how many nanoseconds it is moved on.
                     * @default 0x0
                     */
                    advance_ns?: string | number;
                };
            };
        };
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "0x3b9aca00",
                     *       "frozen": true
                     *     }
                     */
                    "application/json": {
                        /** @description Nanoseconds since the machine came up. */
                        now: string;
                        /** @description It stands still unless it is moved. */
                        frozen: boolean;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Letters, digits, `.`, `_`, `-`; a letter or digit first.
                 * @example ci-7
                 */
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ci-7",
                     *       "ttl_s": 600,
                     *       "domains": 0,
                     *       "max_domains": 16,
                     *       "memory_mib": 4096,
                     *       "backed_pages": 65536,
                     *       "profile": "4.17"
                     *     }
                     */
                    "application/json": {
                        /** @description Letters, digits, `.`, `_`, `-`; a letter or digit first. */
                        name: string;
                        /** @description It goes once nobody has used it for so many seconds. */
                        ttl_s?: number;
                        /** @description Domains that it has. */
                        domains: number;
                        /** @description Domains that it may have. */
                        max_domains: number;
                        /** @description RAM of the machine in MiB; 16 of them are Xen’s. */
                        memory_mib: number;
                        /** @description Pages of guest memory that may have contents. */
                        backed_pages: number;
                        /**
                         * @description The Xen that it runs, unless a domain asks for another.
                         * @enum {string}
                         */
                        profile: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-host`: There is no such host. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `host-gone`: There was such a host: it was deleted, or not used for its time to live.
             *
             *     `host-not-loaded`: There is such a host in a file: post to `restore` of the problem to have it here.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Letters, digits, `.`, `_`, `-`; a letter or digit first.
                 * @example ci-7
                 */
                host: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ttl_s": 600,
                 *       "max_domains": 16,
                 *       "memory_mib": 4096
                 *     }
                 */
                "application/json": {
                    /** @description It goes once nobody has used it for so many seconds. */
                    ttl_s?: number;
                    /** @description Domains that it may have. */
                    max_domains?: number;
                    /** @description RAM of the machine in MiB; 16 of them are Xen’s. */
                    memory_mib?: number;
                    /** @description Pages of guest memory that may have contents. */
                    backed_pages?: number;
                    /**
                     * @description The Xen that it runs, unless a domain asks for another.
                     * @enum {string}
                     */
                    profile?: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    /** @description A snapshot, or `{ "domains": [ … ] }`, each as in `POST /domains`. */
                    seed?: {
                        [key: string]: unknown;
                    };
                } | null;
            };
        };
        responses: {
            /** @description The new host, in place of one of that name. */
            200: {
                headers: {
                    /** @description Where it is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ci-7",
                     *       "ttl_s": 600,
                     *       "domains": 0,
                     *       "max_domains": 16,
                     *       "memory_mib": 4096,
                     *       "backed_pages": 65536,
                     *       "profile": "4.17"
                     *     }
                     */
                    "application/json": {
                        /** @description Letters, digits, `.`, `_`, `-`; a letter or digit first. */
                        name: string;
                        /** @description It goes once nobody has used it for so many seconds. */
                        ttl_s?: number;
                        /** @description Domains that it has. */
                        domains: number;
                        /** @description Domains that it may have. */
                        max_domains: number;
                        /** @description RAM of the machine in MiB; 16 of them are Xen’s. */
                        memory_mib: number;
                        /** @description Pages of guest memory that may have contents. */
                        backed_pages: number;
                        /**
                         * @description The Xen that it runs, unless a domain asks for another.
                         * @enum {string}
                         */
                        profile: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    };
                };
            };
            /** @description The new host. */
            201: {
                headers: {
                    /** @description Where it is. */
                    location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ci-7",
                     *       "ttl_s": 600,
                     *       "domains": 0,
                     *       "max_domains": 16,
                     *       "memory_mib": 4096,
                     *       "backed_pages": 65536,
                     *       "profile": "4.17"
                     *     }
                     */
                    "application/json": {
                        /** @description Letters, digits, `.`, `_`, `-`; a letter or digit first. */
                        name: string;
                        /** @description It goes once nobody has used it for so many seconds. */
                        ttl_s?: number;
                        /** @description Domains that it has. */
                        domains: number;
                        /** @description Domains that it may have. */
                        max_domains: number;
                        /** @description RAM of the machine in MiB; 16 of them are Xen’s. */
                        memory_mib: number;
                        /** @description Pages of guest memory that may have contents. */
                        backed_pages: number;
                        /**
                         * @description The Xen that it runs, unless a domain asks for another.
                         * @enum {string}
                         */
                        profile: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    };
                };
            };
            /**
             * @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not.
             *
             *     `broken-seed`: The seed says what cannot be: `errors` points at it.
             *
             *     `broken-snapshot`: The seed is a snapshot, and says what cannot be.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `default-host`: The default host is the process’s own: reset it instead. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-hosts`: The process has as many hosts as it may (`max-hosts`). */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Letters, digits, `.`, `_`, `-`; a letter or digit first.
                 * @example ci-7
                 */
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-host`: There is no such host. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `default-host`: The default host is the process’s own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `host-gone`: There was such a host: it was deleted, or not used for its time to live.
             *
             *     `host-not-loaded`: There is such a host in a file: post to `restore` of the problem to have it here.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hosts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hosts": [
                     *         {
                     *           "name": "ci-7",
                     *           "ttl_s": 600,
                     *           "domains": 0,
                     *           "max_domains": 16,
                     *           "memory_mib": 4096,
                     *           "backed_pages": 65536,
                     *           "profile": "4.17"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description By name. */
                        hosts: {
                            /** @description Letters, digits, `.`, `_`, `-`; a letter or digit first. */
                            name: string;
                            /** @description It goes once nobody has used it for so many seconds. */
                            ttl_s?: number;
                            /** @description Domains that it has. */
                            domains: number;
                            /** @description Domains that it may have. */
                            max_domains: number;
                            /** @description RAM of the machine in MiB; 16 of them are Xen’s. */
                            memory_mib: number;
                            /** @description Pages of guest memory that may have contents. */
                            backed_pages: number;
                            /**
                             * @description The Xen that it runs, unless a domain asks for another.
                             * @enum {string}
                             */
                            profile: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loadHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Letters, digits, `.`, `_`, `-`; a letter or digit first.
                 * @example ci-7
                 */
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host is here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ci-7",
                     *       "ttl_s": 600,
                     *       "domains": 0,
                     *       "max_domains": 16,
                     *       "memory_mib": 4096,
                     *       "backed_pages": 65536,
                     *       "profile": "4.17"
                     *     }
                     */
                    "application/json": {
                        /** @description Letters, digits, `.`, `_`, `-`; a letter or digit first. */
                        name: string;
                        /** @description It goes once nobody has used it for so many seconds. */
                        ttl_s?: number;
                        /** @description Domains that it has. */
                        domains: number;
                        /** @description Domains that it may have. */
                        max_domains: number;
                        /** @description RAM of the machine in MiB; 16 of them are Xen’s. */
                        memory_mib: number;
                        /** @description Pages of guest memory that may have contents. */
                        backed_pages: number;
                        /**
                         * @description The Xen that it runs, unless a domain asks for another.
                         * @enum {string}
                         */
                        profile: "4.8" | "v6-patch1" | "v6-patch2" | "v6-patch3" | "v6-patch4" | "v6" | "4.9" | "4.17" | "4.22";
                    };
                };
            };
            /**
             * @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not.
             *
             *     `broken-snapshot`: The file holds none of this version.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-host`: There is no such host. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `host-gone`: There was such a host: it was deleted, or not used for its time to live.
             *
             *     `host-not-loaded`: There is such a host in a file: post to `restore` of the problem to have it here.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetHost: {
        parameters: {
            query?: {
                /** @description What it is then; without a seed the two are the same. */
                to?: "seed" | "empty";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seed": {
                 *         "domains": [
                 *           {
                 *             "domid": 1,
                 *             "memory_mib": 64
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description A snapshot, or `{ "domains": [ … ] }`, each as in `POST /domains`. */
                    seed?: {
                        [key: string]: unknown;
                    };
                } | null;
            };
        };
        responses: {
            /** @description It has begun anew. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not.
             *
             *     `broken-seed`: The seed says what cannot be: `errors` points at it. Nothing has changed.
             *
             *     `broken-snapshot`: The seed is a snapshot, and says what cannot be.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    /** @example (bytes) */
                    "application/vnd.fakexen.snapshot": unknown;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domains": [
                 *         {
                 *           "domid": 1,
                 *           "name": "guest",
                 *           "memory_mib": 64
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
                /**
                 * @example {
                 *       "domains": [
                 *         {
                 *           "domid": 1,
                 *           "name": "guest",
                 *           "memory_mib": 64
                 *         }
                 *       ]
                 *     }
                 */
                "application/vnd.fakexen.snapshot": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The host is what the snapshot says. Who waited on it was answered `host-reset`. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not.
             *
             *     `broken-seed`: A domain of the list is none: `errors` points at it.
             *
             *     `broken-snapshot`: The document is none of this version, or says what cannot be: `errors` points at it.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "snapshots": [
                     *         {
                     *           "name": "before",
                     *           "bytes": 4096
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description By name. */
                        snapshots: {
                            /** @description Its name. */
                            name: string;
                            /** @description How large it is. */
                            bytes: number;
                        }[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeptSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name: letters, digits, `.`, `_`, `-`.
                 * @example before
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example (bytes) */
                    "application/vnd.fakexen.snapshot": unknown;
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-snapshot`: The host has no snapshot of that name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name: letters, digits, `.`, `_`, `-`.
                 * @example before
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "before",
                     *       "bytes": 4096
                     *     }
                     */
                    "application/json": {
                        /** @description Its name. */
                        name: string;
                        /** @description How large it is. */
                        bytes: number;
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-snapshots`: The host keeps as many as it may. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name: letters, digits, `.`, `_`, `-`.
                 * @example before
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-snapshot`: The host has no snapshot of that name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Its name: letters, digits, `.`, `_`, `-`.
                 * @example before
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The host is what the snapshot says. Who waited on it was answered `host-reset`. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-such-snapshot`: The host has no snapshot of that name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamIoreqs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The domain.
                 * @example 1
                 */
                domid: number;
                /**
                 * @description The ioreq server.
                 * @example 0
                 */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From here on messages of the subprotocol. */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description To one who does not ask for a WebSocket: what it would speak. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subprotocols": [
                     *         "fakexen.ioreq.v1",
                     *         "fakexen.ioreq.bin.v1"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The first is the default. */
                        subprotocols: string[];
                    };
                };
            };
            /** @description `invalid-request`: The request does not fit its schema: `errors` points at each field that does not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `ESRCH`: There is no such domain.
             *
             *     `ENOENT`: There is no such server.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
