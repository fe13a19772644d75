(()=>{var r=new Map,s=new Map;function n(){let o=(e,t)=>{r.set(e,t),s.get(e)?.resolve(t)};globalThis.convatlas=o}n();})();
